package koalens.backend.experiment.statistics;

import java.util.List;
import java.util.stream.IntStream;

/// How often two judges sort the same items alike.
///
/// @param table row: the first judge's category, column: the second's; square
public record Agreement(List<List<Long>> table) {

  /// Copies the table.
  ///
  /// @throws IllegalArgumentException when it is not square
  public Agreement {
    table = table.stream().map(List::copyOf).toList();
    int size = table.size();
    if (table.stream().anyMatch(row -> row.size() != size)) {
      throw new IllegalArgumentException("a table of agreement is square");
    }
  }

  /// How many items were sorted.
  public long items() {
    return table.stream().flatMap(List::stream).mapToLong(Long::longValue).sum();
  }

  /// The share sorted alike.
  public double raw() {
    return categories().mapToDouble(i -> share(i, i)).sum();
  }

  /// Agreement beyond chance (Cohen 1960); no number when one category holds everything.
  public double kappa() {
    return (raw() - byChance()) / (1 - byChance());
  }

  /// The standard error of kappa (Fleiss, Cohen and Everitt 1969, Psychological Bulletin 72:323).
  public double kappaError() {
    double kappa = kappa();
    double alike =
        categories()
            .mapToDouble(i -> share(i, i) * square(1 - (row(i) + column(i)) * (1 - kappa)))
            .sum();
    double apart = pairs((i, j) -> share(i, j) * square(column(i) + row(j))) * square(1 - kappa);
    double rest = square(kappa - byChance() * (1 - kappa));
    return Math.sqrt((alike + apart - rest) / items()) / (1 - byChance());
  }

  /// The standard error of kappa if agreement were chance alone.
  public double kappaErrorByChance() {
    double chance = byChance();
    double sum = categories().mapToDouble(i -> row(i) * column(i) * (row(i) + column(i))).sum();
    return Math.sqrt((chance + chance * chance - sum) / items()) / (1 - chance);
  }

  /// The interval of kappa.
  public Interval kappaInterval(double confidence) {
    return Interval.around(kappa(), Normal.reach(confidence) * kappaError());
  }

  /// Gwet's AC1 (2008, British Journal of Mathematical and Statistical Psychology 61:29–48):
  /// agreement beyond chance that does not collapse when one category holds nearly everything.
  public double ac1() {
    double chance =
        categories().mapToDouble(i -> (row(i) + column(i)) / 2).map(p -> p * (1 - p)).sum()
            / (table.size() - 1);
    return (raw() - chance) / (1 - chance);
  }

  /// Whether moves between two categories go both ways alike (Bowker 1948).
  public ChiSquaredTest bowker() {
    double statistic = 0;
    int compared = 0;
    for (int i = 0; i < table.size(); i++) {
      for (int j = i + 1; j < table.size(); j++) {
        double moved = cell(i, j) + cell(j, i);
        if (moved > 0) {
          statistic += square(cell(i, j) - cell(j, i)) / moved;
          compared++;
        }
      }
    }
    return ChiSquaredTest.of(statistic, compared);
  }

  private double byChance() {
    return categories().mapToDouble(i -> row(i) * column(i)).sum();
  }

  private IntStream categories() {
    return IntStream.range(0, table.size());
  }

  private interface Cell {
    double value(int row, int column);
  }

  private double pairs(Cell cell) {
    return categories()
        .mapToDouble(i -> categories().filter(j -> j != i).mapToDouble(j -> cell.value(i, j)).sum())
        .sum();
  }

  private double cell(int row, int column) {
    return table.get(row).get(column);
  }

  private double share(int row, int column) {
    return cell(row, column) / items();
  }

  private double row(int i) {
    return categories().mapToDouble(j -> share(i, j)).sum();
  }

  private double column(int j) {
    return categories().mapToDouble(i -> share(i, j)).sum();
  }

  private static double square(double value) {
    return value * value;
  }
}
