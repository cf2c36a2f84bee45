package koalens.backend.analysis;

import java.util.List;
import java.util.stream.Stream;
import koalens.backend.analysis.advice.Transcript;
import koalens.backend.reading.LabelReading;
import koalens.engine.knowledge.Status;
import koalens.engine.verdict.JudgedIngredient;
import koalens.engine.verdict.Judgement;

/// How far a list may be trusted that a provider read in a photo or film. What it read counts
/// against *vegan* as it is. For *vegan* it must say that it saw the whole list, nothing may be
/// known here to be out of sight, no animal may be read here in any way or place, and the words
/// must be seen by both: models complete what they cannot see, and do what a package tells them.
final class SecondReading {
  /// Of the provider's ingredients that many must have been read here too.
  private static final double LEAST_SEEN = 0.6;

  private SecondReading() {}

  /// @param there what the engine makes of it
  /// @param here what the engine makes of what was read here
  static Trust trust(
      Transcript transcript, Judgement there, AnalysisRequest.Read read, Judgement here) {
    boolean whole =
        transcript.whole()
            && !read.doubtful()
            && !isCutOff(read)
            && here.contents().noneMatch(one -> one.status() == Status.NON_VEGAN)
            && isSeen(there, read.reading())
            && covers(transcript, here, read);
    return whole ? Trust.WHOLE : Trust.INCOMPLETE;
  }

  // Where no heading was read nothing is known of the list's beginning and end.
  private static boolean isCutOff(AnalysisRequest.Read read) {
    LabelReading reading = read.reading();
    return reading.listFound() && (read.trust() == Trust.INCOMPLETE || !reading.complete());
  }

  private static boolean isSeen(Judgement there, LabelReading reading) {
    List<JudgedIngredient> ingredients = undivided(there).toList();
    long seen = ingredients.stream().filter(one -> reading.shows(one.name())).count();
    return seen > 0 && seen >= LEAST_SEEN * ingredients.size();
  }

  // Whatever was read well here must be in the provider's text: what it leaves out may be what
  // matters.
  private static boolean covers(Transcript transcript, Judgement here, AnalysisRequest.Read read) {
    return undivided(here)
        .filter(one -> !isAmidNoise(read) || isDoubtAmidNoise(one, read.reading()))
        .allMatch(one -> LabelReading.occurs(one.name(), List.of(transcript.text())));
  }

  private static boolean isAmidNoise(AnalysisRequest.Read read) {
    return read.trust() == Trust.UNREAD || !read.reading().listFound();
  }

  // A doubt is real where the engine knows the word or the recogniser was sure of it.
  private static boolean isDoubtAmidNoise(JudgedIngredient one, LabelReading reading) {
    return one.status() != Status.VEGAN
        && (one.entry().isPresent() || reading.shows(one.name(), CautiousReading.LEAST_CONFIDENCE));
  }

  private static Stream<JudgedIngredient> undivided(Judgement judgement) {
    return judgement.contents().filter(one -> one.parts().isEmpty());
  }
}
