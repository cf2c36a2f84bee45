package koalens.server.api;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Set;
import koalens.backend.analysis.advice.Attendance;

/// HTTP/1.1 over connections of which the endpoints can tell whether the caller is still there.
public final class AttendedConnections implements ServerConnectionSelector {
  private static final ScopedValue<CallerAttendance> CURRENT = ScopedValue.newInstance();

  private final ServerConnectionSelector http;

  /// @param config how HTTP/1.1 is spoken
  public AttendedConnections(Http1Config config) {
    this.http = Http1ConnectionSelector.builder().config(config).build();
  }

  /// That of the caller whose request this thread answers.
  static Attendance current() {
    return CURRENT.isBound() ? CURRENT.get() : Attendance.CERTAIN;
  }

  @Override
  public int bytesToIdentifyConnection() {
    return http.bytesToIdentifyConnection();
  }

  @Override
  public Support supports(BufferData data) {
    return http.supports(data);
  }

  @Override
  public Set<String> supportedApplicationProtocols() {
    return http.supportedApplicationProtocols();
  }

  @Override
  public ServerConnection connection(ConnectionContext context) {
    var attendance = new CallerAttendance(context.dataReader());
    return new Attended(
        http.connection(new AttendedContext(context, attendance.reader())), attendance);
  }

  private record Attended(ServerConnection connection, CallerAttendance attendance)
      implements ServerConnection {
    @Override
    public void handle(Limit requests) throws InterruptedException {
      ScopedValue.where(CURRENT, attendance)
          .<Void, InterruptedException>call(() -> {
            connection.handle(requests);
            return null;
          });
    }

    @Override
    public Duration idleTime() {
      return connection.idleTime();
    }

    @Override
    public void close(boolean interrupt) {
      connection.close(interrupt);
    }
  }
}
