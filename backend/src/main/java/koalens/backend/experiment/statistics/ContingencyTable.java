package koalens.backend.experiment.statistics;

import java.util.List;

/// Counts by two groupings.
///
/// @param rows the counts of each row, all of the same length
public record ContingencyTable(List<List<Long>> rows) {
  /// Copies the lists.
  public ContingencyTable {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /// Pearson's test of independence; empty rows and columns count as not there.
  public ChiSquaredTest independence() {
    double total = total();
    double statistic = 0;
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < columns(); j++) {
        double expected = row(i) * column(j) / total;
        double gap = rows.get(i).get(j) - expected;
        statistic += expected == 0 ? 0 : gap * gap / expected;
      }
    }
    return ChiSquaredTest.of(statistic, Math.max(0, (usedRows() - 1) * (usedColumns() - 1)));
  }

  /// How strong the dependence is, from 0 to 1 (Cramér 1946).
  public double cramersV() {
    int least = Math.min(usedRows(), usedColumns()) - 1;
    return least < 1 ? 0 : Math.sqrt(independence().statistic() / (total() * least));
  }

  private int columns() {
    return rows.isEmpty() ? 0 : rows.getFirst().size();
  }

  private double total() {
    return rows.stream().flatMap(List::stream).mapToDouble(Long::doubleValue).sum();
  }

  private double row(int i) {
    return rows.get(i).stream().mapToDouble(Long::doubleValue).sum();
  }

  private double column(int j) {
    return rows.stream().mapToDouble(row -> row.get(j)).sum();
  }

  private int usedRows() {
    return (int) java.util.stream.IntStream.range(0, rows.size()).filter(i -> row(i) > 0).count();
  }

  private int usedColumns() {
    return (int) java.util.stream.IntStream.range(0, columns()).filter(j -> column(j) > 0).count();
  }
}
