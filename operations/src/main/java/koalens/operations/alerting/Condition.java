package koalens.operations.alerting;

import java.time.Duration;

/// When an alert fires. Immutable.
sealed interface Condition {

  /// The server's health, probed from outside, is not the status wanted, or nobody probes it.
  record HealthIsNot(int status) implements Condition {}

  /// The share of answers that are server errors.
  ///
  /// @param above from 0 to 1
  /// @param over the time looked back on
  /// @param leastRequests how many requests in that time make a share worth waking anyone for
  record ErrorRate(double above, Duration over, int leastRequests) implements Condition {}

  /// The error budget burns too fast, by several windows at once (Google SRE workbook, table 5-8).
  ///
  /// @param objective the share of answers that must be good, from 0 to 1
  /// @param fast whether hours count, else days
  record BurnRate(double objective, boolean fast) implements Condition {}

  /// The share of one AI provider's calls that fail.
  record ProviderErrorRate(double above, Duration over, int leastCalls) implements Condition {}

  /// What the AI calls of a day cost.
  record CostPerDay(double aboveDollars) implements Condition {}

  /// A counter that rose.
  ///
  /// @param counter its name at Prometheus, `_total` included
  record Rises(String counter, double above, Duration over) implements Condition {}

  /// A gauge that stands above a value.
  record Above(String gauge, double value) implements Condition {}

  /// An experiment that does not split as it should: who is compared is then no longer chance
  /// alone.
  ///
  /// @param variant whose share is watched
  /// @param share what it should be, from 0 to 1
  /// @param off how far from it, either way, is too far
  /// @param over the time looked back on
  /// @param leastAnalyses how many analyses in that time make a share worth telling
  record SplitOff(String variant, double share, double off, Duration over, int leastAnalyses)
      implements Condition {}

  /// Notices that could not be delivered.
  record Undelivered(Duration over) implements Condition {}
}
