package koalens.backend.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import koalens.backend.reading.LabelReading;
import koalens.engine.knowledge.Status;
import koalens.engine.parsing.Role;
import koalens.engine.verdict.JudgedIngredient;
import koalens.engine.verdict.Judgement;
import koalens.engine.verdict.LabelEngine;
import koalens.engine.verdict.LabelOptions;

/// Finds the ingredient list of a picture in which no heading was read: the paragraph with the most
/// ingredients that are known, one beside the other. Many packages print no heading, and many
/// pictures cut it off. Where the list begins and ends nobody says, so it never counts as whole.
///
/// *Havre, vatten, rapsolja, salt* beside *Låt dig inspireras* → the former
final class UnheadedList {
  /// Fewer are a sentence about the food.
  private static final int LEAST_KNOWN = 3;

  /// The share of a paragraph's ingredients that must be known.
  private static final double LEAST_SHARE = 0.6;

  private static final String BETWEEN = ",;•·";

  private UnheadedList() {}

  private record Paragraph(String text, List<JudgedIngredient> contents) {
    static Paragraph of(String text, Judgement judgement) {
      return new Paragraph(
          text, judgement.contents().filter(one -> one.role() == Role.DECLARED).toList());
    }

    long known() {
      return contents.stream().filter(one -> one.status() != Status.UNKNOWN).count();
    }

    boolean lists() {
      long parted = text.codePoints().filter(c -> BETWEEN.indexOf(c) >= 0).count();
      return known() >= LEAST_KNOWN
          && known() >= LEAST_SHARE * contents.size()
          && parted >= LEAST_KNOWN - 1;
    }
  }

  static Optional<String> in(LabelReading reading, LabelEngine engine, LabelOptions options) {
    return reading.besides().stream()
        .map(text -> Paragraph.of(text, engine.judgeText(text, options)))
        .filter(Paragraph::lists)
        .max(Comparator.comparingLong(Paragraph::known))
        .map(Paragraph::text);
  }
}
