package koalens.operations.alerting;

/// Where an alert is told. Immutable.
sealed interface Channel {
  /// Its name in the file.
  String name();

  /// A channel of Slack; the address of its hook is a secret of the machine that sends.
  record Slack(String name, String channel) implements Channel {}

  /// An address.
  record Email(String name, String to) implements Channel {}
}
