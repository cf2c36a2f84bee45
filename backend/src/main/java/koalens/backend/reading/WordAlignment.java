package koalens.backend.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Lays one sequence of words over another, so that their likeness is greatest (a longest common
/// subsequence).
final class WordAlignment {
  /// Words less alike than that are two words.
  private static final double ALIKE = 0.55;

  /// As alike as that between the same two words they are one, read very differently.
  private static final double MISREAD = 0.3;

  /// Fewer letters are part of many words.
  private static final int SHORTEST_PART = 3;

  private static final Pattern PERCENT = Pattern.compile("[^\\p{L}(]*[%)][^\\p{L}(]*");

  private final int[] partners;
  private final double likeness;

  private WordAlignment(int[] partners, double likeness) {
    this.partners = partners;
    this.likeness = likeness;
  }

  static WordAlignment of(List<String> places, List<String> words) {
    var alike = new double[places.size() + 1][words.size() + 1];
    var best = new double[places.size() + 1][words.size() + 1];
    for (int i = 1; i <= places.size(); i++) {
      String place = letters(places.get(i - 1));
      for (int j = 1; j <= words.size(); j++) {
        alike[i][j] = likeness(place, letters(words.get(j - 1)));
        double paired = alike[i][j] < ALIKE ? 0 : best[i - 1][j - 1] + alike[i][j];
        best[i][j] = Math.max(paired, Math.max(best[i - 1][j], best[i][j - 1]));
      }
    }
    int[] partners = traced(best);
    pairLoneOnes(partners, alike);
    return new WordAlignment(partners, best[places.size()][words.size()]);
  }

  /// The place a word belongs to; -1 when it has none. Places grow.
  int place(int word) {
    return partners[word];
  }

  int shared() {
    return (int) Arrays.stream(partners).filter(place -> place >= 0).count();
  }

  /// The sum over all pairs, each at most 1.
  double likeness() {
    return likeness;
  }

  /// The way through a table of greatest sums: for each column the row it is paired with, or -1.
  static int[] traced(double[][] best) {
    int i = best.length - 1;
    int j = best[0].length - 1;
    var partners = new int[j];
    Arrays.fill(partners, -1);
    while (i > 0 && j > 0) {
      if (best[i][j] <= best[i - 1][j]) {
        i--;
      } else if (best[i][j] <= best[i][j - 1]) {
        j--;
      } else {
        i--;
        j--;
        partners[j] = i;
      }
    }
    return partners;
  }

  // One word alone between two pairs, and one place alone: the same word read very differently.
  private static void pairLoneOnes(int[] partners, double[][] alike) {
    for (int j = 1; j + 1 < partners.length; j++) {
      boolean alone = partners[j] < 0 && partners[j - 1] >= 0 && partners[j + 1] >= 0;
      if (alone && partners[j + 1] - partners[j - 1] == 2) {
        int place = partners[j - 1] + 1;
        partners[j] = alike[place + 1][j + 1] >= MISREAD ? place : -1;
      }
    }
  }

  private static double likeness(String one, String other) {
    int longer = Math.max(one.length(), other.length());
    if (longer == 0) {
      return 0;
    }
    if (isCut(one, other) || isCut(other, one)) {
      return ALIKE;
    }
    if (Math.min(one.length(), other.length()) < MISREAD * longer) {
      return 0;
    }
    return 1 - (double) Distance.between(one, other) / longer;
  }

  /// Whether a word is what the picture's edge left of another.
  static boolean isCut(String part, String whole) {
    return part.length() >= SHORTEST_PART
        && part.length() < whole.length()
        && (whole.startsWith(part) || whole.endsWith(part));
  }

  /// What words are compared by: their letters and digits; percent signs, which are often read as
  /// digits, all alike.
  static String letters(String word) {
    return PERCENT.matcher(word).matches()
        ? "%"
        : word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
