package koalens.backend.comparison;

import koalens.backend.comparison.log.Arm;
import koalens.backend.experiment.statistics.AsymptoticSequence;
import koalens.backend.experiment.statistics.BettingSequence;
import koalens.backend.experiment.statistics.Estimate;
import koalens.backend.experiment.statistics.Interval;
import koalens.backend.experiment.statistics.QuantileRatio;

/// What is known of how gemini's value of a metric compares with claude's. Every answer holds
/// however often one looks.
public sealed interface Evidence {
  /// Gemini less claude, or gemini divided by claude.
  double value();

  /// What is possible.
  Interval interval(double alpha);

  /// The p-value of an arm being worse than the other by the margin or more: a small one says it is
  /// not. A margin of 0 asks whether it is better.
  double pOfWorse(Arm arm, double margin);

  /// The p-value of an arm not being worse by more than the margin: a small one says it is worse.
  double pOfNotWorse(Arm arm, double margin);

  /// As if the same had been seen so many times.
  Evidence scaled(double factor);

  /// Of shares.
  ///
  /// @param sequence the betting sequence of gemini less claude
  record Shares(BettingSequence sequence) implements Evidence {
    @Override
    public double value() {
      return sequence.mean();
    }

    @Override
    public Interval interval(double alpha) {
      return sequence.interval(alpha);
    }

    @Override
    public double pOfWorse(Arm arm, double margin) {
      return arm == Arm.GEMINI ? sequence.pOfAtLeast(margin) : sequence.pOfAtMost(-margin);
    }

    @Override
    public double pOfNotWorse(Arm arm, double margin) {
      return arm == Arm.GEMINI ? sequence.pOfAtMost(margin) : sequence.pOfAtLeast(-margin);
    }

    @Override
    public Evidence scaled(double factor) {
      return new Shares(sequence.scaled(factor));
    }
  }

  /// Of a quantile of times.
  ///
  /// @param ratio gemini divided by claude
  record Times(QuantileRatio ratio) implements Evidence {
    @Override
    public double value() {
      return ratio.value();
    }

    @Override
    public Interval interval(double alpha) {
      return ratio.interval(alpha);
    }

    @Override
    public double pOfWorse(Arm arm, double margin) {
      return arm == Arm.GEMINI ? ratio.pOfAtLeast(1 + margin) : ratio.pOfAtMost(1 / (1 + margin));
    }

    @Override
    public double pOfNotWorse(Arm arm, double margin) {
      return arm == Arm.GEMINI ? ratio.pOfAtMost(1 + margin) : ratio.pOfAtLeast(1 / (1 + margin));
    }

    @Override
    public Evidence scaled(double factor) {
      return new Times(ratio.scaled(factor));
    }
  }

  /// Of means of positive numbers.
  ///
  /// @param logRatio the logarithm of gemini's mean divided by claude's
  /// @param tuning the number of observations at which the interval is narrowest
  record Means(Estimate logRatio, double tuning) implements Evidence {
    private static final double FEW = 50;

    @Override
    public double value() {
      return Math.exp(logRatio.value());
    }

    @Override
    public Interval interval(double alpha) {
      Interval logs = new AsymptoticSequence(alpha, tuning).interval(logRatio);
      return new Interval(Math.exp(logs.low()), Math.exp(logs.high()));
    }

    @Override
    public double pOfWorse(Arm arm, double margin) {
      double edge = Math.log1p(margin);
      return arm == Arm.GEMINI ? pBelow(edge) : pAbove(-edge);
    }

    @Override
    public double pOfNotWorse(Arm arm, double margin) {
      double edge = Math.log1p(margin);
      return arm == Arm.GEMINI ? pAbove(edge) : pBelow(-edge);
    }

    private double pBelow(double edge) {
      return logRatio.value() < edge ? pOf(edge) : 1;
    }

    private double pAbove(double edge) {
      return logRatio.value() > edge ? pOf(edge) : 1;
    }

    // Asymptotic: nothing is claimed of few.
    private double pOf(double edge) {
      return logRatio.size() < FEW
          ? 1
          : new AsymptoticSequence(0.05, tuning).p(logRatio.shifted(-edge));
    }

    @Override
    public Evidence scaled(double factor) {
      return new Means(logRatio.scaled(factor), tuning);
    }
  }
}
