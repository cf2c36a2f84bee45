package koalens.cli;

import java.util.Locale;

/// A share with its 95 % Wilson score interval (Wilson 1927, JASA 22:209–212).
///
/// @param hits how many
/// @param of out of how many
record Proportion(long hits, long of) {
  private static final double Z = 1.959963984540054;

  double share() {
    return of == 0 ? 0 : (double) hits / of;
  }

  double low() {
    return of == 0 ? 0 : Math.max(0, centre() - margin());
  }

  double high() {
    return of == 0 ? 1 : Math.min(1, centre() + margin());
  }

  private double centre() {
    return (share() + Z * Z / (2 * of)) / (1 + Z * Z / of);
  }

  private double margin() {
    double p = share();
    return Z / (1 + Z * Z / of) * Math.sqrt(p * (1 - p) / of + Z * Z / (4.0 * of * of));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d of %d, %.1f %% (95 %% interval %.1f to %.1f)",
        hits,
        of,
        100 * share(),
        100 * low(),
        100 * high());
  }
}
