package koalens.backend.comparison;

import java.util.Optional;
import java.util.stream.IntStream;
import koalens.backend.experiment.statistics.Interval;
import koalens.backend.experiment.statistics.SignedRanks;
import koalens.backend.experiment.statistics.WalshAverages;

/// Compares the times of pairs by the logarithm of their ratio. Only ranks count, so a failure is
/// slower than everything that ended, and two failures are alike.
final class PairedTimes {
  private static final double CONFIDENCE = 0.95;
  // Times are kept to a microsecond.
  private static final double LEAST_MILLIS = 0.001;
  // Logarithms of ratios of times up to a day stay below 26, the mean of one of them and this
  // above.
  private static final double ENDLESS = 100;
  private static final double GREATEST = 30;

  private PairedTimes() {}

  /// Of a stratum's pairs; none where there are no pairs, or no times.
  static Optional<Report.PairedTimes> of(Stratum stratum) {
    double[] ratios =
        stratum.paired()
            ? logRatios(stratum.gemini().values(Metric.P95), stratum.claude().values(Metric.P95))
            : new double[0];
    return ratios.length == 0 ? Optional.empty() : Optional.of(of(ratios));
  }

  private static Report.PairedTimes of(double... ratios) {
    var averages = WalshAverages.of(ratios);
    Interval logs = averages.interval(CONFIDENCE);
    return new Report.PairedTimes(
        ratios.length,
        factor(averages.median()),
        new Interval(factor(logs.low()), factor(logs.high())),
        SignedRanks.wilcoxonP(ratios));
  }

  private static double factor(double logarithm) {
    return Math.abs(logarithm) > GREATEST
        ? logarithm > 0 ? Double.POSITIVE_INFINITY : 0
        : Math.exp(logarithm);
  }

  private static double[] logRatios(Series gemini, Series claude) {
    return IntStream.range(0, gemini.size())
        .filter(i -> !Double.isNaN(gemini.at(i)) && !Double.isNaN(claude.at(i)))
        .mapToDouble(i -> logRatio(gemini.at(i), claude.at(i)))
        .toArray();
  }

  private static double logRatio(double gemini, double claude) {
    if (Double.isInfinite(gemini) || Double.isInfinite(claude)) {
      return gemini == claude ? 0 : Double.isInfinite(gemini) ? ENDLESS : -ENDLESS;
    }
    return Math.log(Math.max(gemini, LEAST_MILLIS) / Math.max(claude, LEAST_MILLIS));
  }
}
