package koalens.operations.alerting;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Where the watched server and the watching programs are. Immutable.
///
/// @param health the address that is probed
/// @param metrics the address that is scraped
/// @param blackbox host and port of the blackbox exporter
/// @param alertmanager host and port of Alertmanager
/// @param interval how often is probed, scraped and judged
/// @param groupWait how long Alertmanager gathers before the first notice
/// @param slackUrlFile a file that holds the address of the Slack hook
/// @param smtp host and port that take e-mail
/// @param smtpFrom who e-mail comes from
/// @param smtpUser who signs in there; nobody when empty
/// @param smtpPasswordFile a file that holds the password
/// @param smtpTls whether that line must be encrypted
/// @param runbooks what the alerts' runbooks are found from, so that a notice holds a whole address
public record Site(
    URI health,
    URI metrics,
    String blackbox,
    String alertmanager,
    Duration interval,
    Duration groupWait,
    String slackUrlFile,
    String smtp,
    String smtpFrom,
    Optional<String> smtpUser,
    String smtpPasswordFile,
    boolean smtpTls,
    URI runbooks) {

  String runbook(Alert alert) {
    return runbooks.resolve(alert.runbook()).toString();
  }
}
