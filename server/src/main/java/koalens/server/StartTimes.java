package koalens.server;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.spi.LoggingEventBuilder;

/// How long each part of a start took. For one thread.
final class StartTimes {
  private final Map<String, Long> milliseconds = new LinkedHashMap<>();
  private long since = System.nanoTime();

  /// A part ended, the next begins.
  void ended(String part) {
    long now = System.nanoTime();
    milliseconds.put(part, Math.round((now - since) / 1e6));
    since = now;
  }

  /// One line, on debug: each part, and all since the process began, the virtual machine's own
  /// start included.
  void log(Logger log) {
    if (!log.isDebugEnabled()) {
      return;
    }
    LoggingEventBuilder line = log.atDebug();
    for (Map.Entry<String, Long> part : milliseconds.entrySet()) {
      line = line.addKeyValue(part.getKey() + "Ms", part.getValue());
    }
    sinceProcessBegan(line).log("started");
  }

  private static LoggingEventBuilder sinceProcessBegan(LoggingEventBuilder line) {
    return ProcessHandle.current()
        .info()
        .startInstant()
        .map(began ->
            line.addKeyValue("processMs", Duration.between(began, Instant.now()).toMillis()))
        .orElse(line);
  }
}
