package koalens.cli;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import koalens.backend.analysis.Analysis;
import koalens.backend.analysis.AnalyzedIngredient;
import koalens.backend.analysis.ReadMedia;
import koalens.backend.reading.ReadLine;
import koalens.engine.knowledge.Status;

/// Says what each line of a read label amounts to: the gravest status of the ingredients that stand
/// in it. A line is found in the judged text by its letters alone, for in that text hyphens at line
/// ends are gone.
final class LineVerdicts {
  private static final Comparator<Status> GRAVEST = Comparator.comparingInt(LineVerdicts::gravity);

  private final Analysis analysis;
  private final StringBuilder letters = new StringBuilder();
  private final int[] places;

  private LineVerdicts(Analysis analysis, String text) {
    this.analysis = analysis;
    this.places = new int[text.length()];
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        places[letters.length()] = i;
        letters.append(text.charAt(i));
      }
    }
  }

  /// Every line; nothing for one that is not of the list, or holds no ingredient.
  static Map<ReadLine, Optional<Status>> of(Analysis analysis, ReadMedia media) {
    var verdicts = new LineVerdicts(analysis, media.text());
    var all = new LinkedHashMap<ReadLine, Optional<Status>>();
    int from = 0;
    for (ReadLine line : media.lines()) {
      String bare = bare(line.text());
      int at = line.inList() && !bare.isEmpty() ? verdicts.letters.indexOf(bare, from) : -1;
      all.put(line, at < 0 ? Optional.empty() : verdicts.gravest(at, at + bare.length()));
      from = at < 0 ? from : at + bare.length();
    }
    return all;
  }

  private static String bare(String text) {
    return text.codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private Optional<Status> gravest(int from, int to) {
    int start = places[from];
    int end = places[to - 1] + 1;
    return analysis.ingredients().stream()
        .filter(AnalyzedIngredient::isContent)
        .filter(one -> one.start() < end && one.end() > start)
        .map(AnalyzedIngredient::status)
        .max(GRAVEST);
  }

  private static int gravity(Status status) {
    return switch (status) {
      case VEGAN -> 0;
      case UNKNOWN -> 1;
      case MAYBE_VEGAN -> 2;
      case NON_VEGAN -> 3;
    };
  }
}
