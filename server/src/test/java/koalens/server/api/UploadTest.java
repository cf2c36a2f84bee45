package koalens.server.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Base64;
import koalens.server.TestServer;
import org.junit.jupiter.api.Test;

/// Films on slow lines, films that stop, and films that are too large.
class UploadTest {
  private static final int PIECES = 25;

  private static byte[] film() throws IOException {
    String base64 = Base64.getEncoder().encodeToString(SentMedium.film());
    return "{\"base64Data\":\"%s\"}".formatted(base64).getBytes(US_ASCII);
  }

  private static OutputStream begun(Socket socket, int bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    String head =
        "POST /analyze-video HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Connection: close\r\nContent-Length: "
            + bytes
            + "\r\n\r\n";
    out.write(head.getBytes(US_ASCII));
    return out;
  }

  private static String answer(Socket socket) throws IOException {
    // To read a film takes long on a busy machine.
    socket.setSoTimeout(240_000);
    return new String(socket.getInputStream().readAllBytes(), US_ASCII);
  }

  @Test
  void aFilmOnASlowLineArrivesAsLongAsItGoesOn() throws Exception {
    byte[] film = film();
    try (TestServer server = TestServer.start("MEDIA_SILENCE_MS=1000", "REQUEST_TIMEOUT_MS=1000");
        Socket socket = server.connect()) {
      OutputStream out = begun(socket, film.length);
      for (int piece = 0; piece < PIECES; piece++) {
        int from = piece * film.length / PIECES;
        out.write(film, from, (piece + 1) * film.length / PIECES - from);
        Thread.sleep(100);
      }
      assertThat(answer(socket)).startsWith("HTTP/1.1 200").contains("\"status\":\"vegan\"");
    }
  }

  @Test
  void aFilmThatStopsIsNotWaitedFor() throws Exception {
    try (TestServer server = TestServer.start("MEDIA_SILENCE_MS=1000");
        Socket socket = server.connect()) {
      begun(socket, 10_000).write('{');
      assertThat(answer(socket)).isEmpty();
      assertThat(server.get("/metrics").body()).contains("http_response_status_code=\"408\"");
    }
  }

  @Test
  void whoSendsAFilmThatIsTooLargeIsToldSo() throws Exception {
    var film = new byte[50_000_000];
    try (TestServer server = TestServer.start();
        Socket socket = server.connect()) {
      begun(socket, film.length).write(film);
      assertThat(answer(socket)).startsWith("HTTP/1.1 413").contains("\"status\":413");
    }
  }

  @Test
  void whatIsTooLargeAndStopsIsNotWaitedFor() throws Exception {
    try (TestServer server = TestServer.start("REQUEST_TIMEOUT_MS=1000", "MEDIA_SILENCE_MS=1000");
        Socket socket = server.connect()) {
      begun(socket, 50_000_000).write('{');
      assertThat(answer(socket)).startsWith("HTTP/1.1 413");
    }
  }
}
