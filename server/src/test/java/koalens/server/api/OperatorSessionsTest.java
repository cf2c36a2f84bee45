package koalens.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class OperatorSessionsTest {
  private static final Instant START = Instant.parse("2026-11-27T08:00:00Z");

  private static OperatorSessions sessions(String key, Duration later) {
    return new OperatorSessions(key, Clock.fixed(START.plus(later), ZoneOffset.UTC));
  }

  private static boolean isOpen(String session, Duration later) {
    return sessions("a key of some length", later).isOpen(session);
  }

  @Test
  void endAfterTwelveHoursWhoeverAsks() {
    String session = sessions("a key of some length", Duration.ZERO).begin();
    Duration life = Duration.ofHours(12);
    assertThat(isOpen(session, Duration.ZERO)).isTrue();
    assertThat(isOpen(session, life.minusSeconds(1))).isTrue();
    assertThat(isOpen(session, life)).isFalse();
    assertThat(isOpen(session, Duration.ofDays(365))).isFalse();
    assertThat(sessions("another key of a length", Duration.ZERO).isOpen(session)).isFalse();
  }

  @Test
  void takeNoEndThatSomebodyElseWrote() {
    String session = sessions("a key of some length", Duration.ZERO).begin();
    int dot = session.indexOf('.');
    long later = Long.parseLong(session.substring(0, dot)) + 3_600;
    assertThat(isOpen(later + session.substring(dot), Duration.ZERO)).isFalse();
  }
}
