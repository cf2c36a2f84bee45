package koalens.backend.analysis;

import java.util.List;
import java.util.Optional;
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
/// ingredient in any of them counts, and *vegan* needs a whole list that was read well, under its
/// heading. The thresholds rest on the measurements in docs/reference/reading-accuracy.md.
final class CautiousReading {
  /// Below this mean confidence, of 100, a text is more noise than words.
  static final double LEAST_CONFIDENCE = 60;

  /// The share of contents that must be known.
  private static final double LEAST_KNOWN = 0.6;

  /// Shorter names occur in noise by chance.
  private static final int SHORTEST_PROOF = 4;

  /// Fewer things one beside the other are a name or a sentence.
  private static final int SHORTEST_LIST = 3;

  private final LabelEngine engine;

  CautiousReading(LabelEngine engine) {
    this.engine = engine;
  }

  AnalysisRequest.Read choose(LabelReading reading, LabelOptions options) {
    AnalysisRequest.Read read = chooseAsRead(reading, options);
    return reading.listFound() || reading.confidence() < LEAST_CONFIDENCE
        ? read
        : UnheadedList.in(reading, engine, options)
            .flatMap(list -> proposed(list, read, options))
            .orElse(read);
  }

  // An animal that was read elsewhere stays in sight.
  private Optional<AnalysisRequest.Read> proposed(
      String list, AnalysisRequest.Read read, LabelOptions options) {
    boolean animal = isAnimal(engine.judgeText(list, options));
    return animal || !isAnimal(engine.judgeText(read.labelText(), options))
        ? Optional.of(
            new AnalysisRequest.Read(
                list, Trust.INCOMPLETE, animal || read.doubtful(), read.reading()))
        : Optional.empty();
  }

  private AnalysisRequest.Read chooseAsRead(LabelReading reading, LabelOptions options) {
    Judgement judgement = engine.judgeText(reading.text(), options);
    Trust trust = trust(reading, judgement);
    if (isAnimal(judgement)) {
      boolean proven = trust != Trust.UNREAD || proves(judgement);
      return new AnalysisRequest.Read(
          reading.text(), proven ? Trust.INCOMPLETE : trust, true, reading);
    }
    List<String> animals =
        reading.otherTexts().stream()
            .filter(text -> isAnimal(engine.judgeText(text, options)))
            .toList();
    boolean doubtful = !animals.isEmpty() || hintsAtAnimal(reading, options);
    return animals.stream()
        .filter(text -> proves(engine.judgeText(text, options)))
        .findFirst()
        .map(text -> new AnalysisRequest.Read(text, Trust.INCOMPLETE, true, reading))
        .orElseGet(() ->
            new AnalysisRequest.Read(reading.text(), trust.doubted(doubtful), doubtful, reading));
  }

  /// Whether an animal would be in the list were commas lost at its lines' ends, or is said to be
  /// in the food beside the list: *Contains: milk*, or the same list in another language.
  private boolean hintsAtAnimal(LabelReading reading, LabelOptions options) {
    return isAnimal(engine.judgeText(reading.partedText(), options))
        || reading.besides().stream().anyMatch(text -> saysAnimal(text, options));
  }

  private boolean saysAnimal(String text, LabelOptions options) {
    Judgement judgement = engine.judgeText(text, options);
    boolean list = judgement.listFound() && judgement.contents().count() >= SHORTEST_LIST;
    return evidence(judgement.verdict())
        .anyMatch(one -> one.entry().isPresent() && (list || one.role() == Role.CONTAINS));
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
