package koalens.backend.configure;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;

class EmulatorProbeTest {
  private static URI address(HttpServer server) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static HttpServer server(boolean emulates) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          if (emulates) {
            exchange.getResponseHeaders().set("X-KoaLens-Emulator", "gemini; seed=1");
          }
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  @Test
  void knowsAnEmulatorByItsAnnouncement() throws IOException {
    HttpServer emulator = server(true);
    HttpServer other = server(false);
    assertThat(EmulatorProbe.isEmulated(address(emulator))).isTrue();
    assertThat(EmulatorProbe.isEmulated(address(other))).isFalse();
    URI nobody = address(other);
    emulator.stop(0);
    other.stop(0);
    assertThat(EmulatorProbe.isEmulated(nobody)).isFalse();
  }
}
