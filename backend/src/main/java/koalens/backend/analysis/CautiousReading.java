package koalens.backend.analysis;

import java.util.stream.Stream;
import koalens.backend.reading.LabelReading;
import koalens.engine.knowledge.Status;
import koalens.engine.parsing.Role;
import koalens.engine.verdict.JudgedIngredient;
import koalens.engine.verdict.Judgement;
import koalens.engine.verdict.LabelEngine;
import koalens.engine.verdict.LabelOptions;
import koalens.engine.verdict.Verdict;

/// Decides which of the ways a label was read is judged, and how far it may be trusted: an animal
/// ingredient in any of them counts, and *vegan* needs a whole list that was read well. The
/// thresholds rest on the measurements in docs/reference/reading-accuracy.md.
final class CautiousReading {
  /// Below this mean confidence, of 100, a text is more noise than words.
  static final double LEAST_CONFIDENCE = 60;

  /// The share of contents that must be known.
  private static final double LEAST_KNOWN = 0.6;

  /// Shorter names occur in noise by chance.
  private static final int SHORTEST_PROOF = 4;

  private final LabelEngine engine;

  CautiousReading(LabelEngine engine) {
    this.engine = engine;
  }

  AnalysisRequest.Read choose(LabelReading reading, LabelOptions options) {
    Judgement judgement = engine.judgeText(reading.text(), options);
    Trust trust = trust(reading, judgement);
    if (isAnimal(judgement)) {
      boolean proven = trust != Trust.UNREAD || proves(judgement);
      return new AnalysisRequest.Read(reading.text(), proven ? Trust.INCOMPLETE : trust, reading);
    }
    return reading.otherTexts().stream()
        .filter(text -> isProvenAnimal(text, options))
        .findFirst()
        .map(text -> new AnalysisRequest.Read(text, Trust.INCOMPLETE, reading))
        .orElseGet(() -> new AnalysisRequest.Read(reading.text(), trust, reading));
  }

  private static Trust trust(LabelReading reading, Judgement judgement) {
    boolean readable =
        reading.listFound()
            && judgement.listFound()
            && reading.confidence() >= LEAST_CONFIDENCE
            && knownShare(judgement) >= LEAST_KNOWN;
    if (!readable) {
      return Trust.UNREAD;
    }
    return reading.complete() && !goesOn(judgement) ? Trust.WHOLE : Trust.INCOMPLETE;
  }

  // Foods behind the end of the list: a comma was taken for its end, and what nobody knows there
  // was passed over.
  private static boolean goesOn(Judgement judgement) {
    return judgement.contents().anyMatch(one -> one.role() == Role.TAIL);
  }

  private static double knownShare(Judgement judgement) {
    long contents = judgement.contents().count();
    long known = judgement.contents().filter(one -> one.status() != Status.UNKNOWN).count();
    return contents == 0 ? 0 : (double) known / contents;
  }

  private boolean isProvenAnimal(String text, LabelOptions options) {
    Judgement judgement = engine.judgeText(text, options);
    return isAnimal(judgement) && proves(judgement);
  }

  private static boolean isAnimal(Judgement judgement) {
    return judgement.verdict().status() == Status.NON_VEGAN;
  }

  private static boolean proves(Judgement judgement) {
    return evidence(judgement.verdict())
        .anyMatch(one -> one.entry().isPresent() && letters(one.name()) >= SHORTEST_PROOF);
  }

  private static Stream<JudgedIngredient> evidence(Verdict verdict) {
    return switch (verdict) {
      case Verdict.NonVegan(var evidence) -> evidence.stream();
      case Verdict.Vegan _, Verdict.MaybeVegan _, Verdict.Unknown _ -> Stream.empty();
    };
  }

  private static long letters(String name) {
    return name.codePoints().filter(Character::isLetter).count();
  }
}
