package koalens.backend.analysis;

import java.util.List;
import koalens.backend.analysis.advice.Transcript;
import koalens.backend.reading.LabelReading;
import koalens.engine.knowledge.Status;
import koalens.engine.verdict.JudgedIngredient;
import koalens.engine.verdict.Judgement;

/// How far a list may be trusted that a provider read in a photo or film. What it read counts
/// against *vegan* as it is. For *vegan* it must say that it saw the whole list, nothing may be
/// known here to be out of sight, and the words must be seen by both: models complete what they
/// cannot see, and do what a package tells them.
final class SecondReading {
  /// Of the provider's ingredients that many must have been read here too.
  private static final double LEAST_SEEN = 0.6;

  /// Shorter names are found in noise, or lost in it.
  private static final int SHORTEST = 4;

  private SecondReading() {}

  /// @param there what the engine makes of it
  /// @param here what the engine makes of what was read here
  static Trust trust(
      Transcript transcript, Judgement there, AnalysisRequest.Read read, Judgement here) {
    boolean whole =
        transcript.whole()
            && read.trust() != Trust.INCOMPLETE
            && here.contents().noneMatch(one -> one.status() == Status.NON_VEGAN)
            && isSeen(there, read.reading())
            && (read.trust() == Trust.UNREAD || covers(transcript, here));
    return whole ? Trust.WHOLE : Trust.INCOMPLETE;
  }

  private static boolean isSeen(Judgement there, LabelReading reading) {
    List<String> names = names(there);
    long seen = names.stream().filter(reading::shows).count();
    return seen >= LEAST_SEEN * names.size();
  }

  // Whatever was read well here must be in the provider's text: what it leaves out may be what
  // matters.
  private static boolean covers(Transcript transcript, Judgement here) {
    return names(here).stream()
        .allMatch(name -> LabelReading.occurs(name, List.of(transcript.text())));
  }

  private static List<String> names(Judgement judgement) {
    return judgement
        .contents()
        .filter(one -> one.parts().isEmpty())
        .map(JudgedIngredient::name)
        .filter(name -> name.codePoints().filter(Character::isLetter).count() >= SHORTEST)
        .toList();
  }
}
