package koalens.emulator.wire;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.socket.SocketOptions;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The open connections by the caller's port: what a well-behaved server hides, and a fault needs.
final class Connections {
  private final Map<Integer, SocketChannel> channels = new ConcurrentHashMap<>();
  private final Map<Integer, ConnectionContext> contexts = new ConcurrentHashMap<>();

  /// Resets the caller's connection.
  void reset(int callerPort) {
    SocketChannel channel = channels.get(callerPort);
    if (channel != null) {
      try {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        channel.close();
      } catch (IOException e) {
        // It is gone already.
      }
    }
  }

  /// Writes bytes to the caller as they are, without any HTTP around them.
  void write(int callerPort, byte[] bytes) {
    ConnectionContext context = contexts.get(callerPort);
    if (context != null) {
      context.dataWriter().writeNow(BufferData.create(bytes));
    }
  }

  /// HTTP/1.1, watched.
  ServerConnectionSelector selector() {
    return new Watched(Http1ConnectionSelector.builder().config(Http1Config.create()).build());
  }

  /// The options of accepted connections, watched.
  SocketOptions options(SocketOptions options) {
    return new WatchedOptions(options);
  }

  private final class Watched implements ServerConnectionSelector {
    private final ServerConnectionSelector http;

    Watched(ServerConnectionSelector http) {
      this.http = http;
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
      contexts.put(context.remotePeer().port(), context);
      return http.connection(context);
    }
  }

  private final class WatchedOptions implements SocketOptions {
    private final SocketOptions options;

    WatchedOptions(SocketOptions options) {
      this.options = options;
    }

    @Override
    public void configureSocket(SocketChannel channel) {
      options.configureSocket(channel);
      try {
        if (channel.getRemoteAddress() instanceof InetSocketAddress caller) {
          channels.put(caller.getPort(), channel);
        }
      } catch (IOException e) {
        // It is gone before it began.
      }
    }

    @Override
    public void configureSocket(Socket socket) {
      options.configureSocket(socket);
    }

    @Override
    public Map<SocketOption<?>, Object> socketOptions() {
      return options.socketOptions();
    }

    @Override
    public Duration connectTimeout() {
      return options.connectTimeout();
    }

    @Override
    public Duration readTimeout() {
      return options.readTimeout();
    }

    @Override
    public Optional<Integer> socketReceiveBufferSize() {
      return options.socketReceiveBufferSize();
    }

    @Override
    public Optional<Integer> socketSendBufferSize() {
      return options.socketSendBufferSize();
    }

    @Override
    public boolean socketReuseAddress() {
      return options.socketReuseAddress();
    }

    @Override
    public boolean socketKeepAlive() {
      return options.socketKeepAlive();
    }

    @Override
    public boolean tcpNoDelay() {
      return options.tcpNoDelay();
    }
  }
}
