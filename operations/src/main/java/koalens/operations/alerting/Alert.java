package koalens.operations.alerting;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/// One alert. Immutable.
///
/// @param name what it is called everywhere
/// @param condition when it fires
/// @param lasting how long that must hold first
/// @param severity how urgent it is
/// @param channels the names of the channels that are told
/// @param summary what is wrong, in one sentence; without values
/// @param runbook where it is written what to do; from the site's runbooks when it is no whole
///   address
record Alert(
    String name,
    Condition condition,
    Duration lasting,
    Severity severity,
    List<String> channels,
    String summary,
    URI runbook) {
  Alert {
    channels = List.copyOf(channels);
  }
}
