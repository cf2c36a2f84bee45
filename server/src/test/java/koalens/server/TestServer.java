package koalens.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import koalens.backend.configure.Settings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real server on a free port with a database of its own, and a client for it.
public final class TestServer implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final KoalensServer server;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private TestServer(KoalensServer server) {
    this.server = server;
  }

  /// Starts with the settings given as `NAME=value`.
  public static TestServer start(String... settings) {
    try {
      return startIn(Files.createTempDirectory("koalens"), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TestServer startIn(Path data, String... settings) {
    return new TestServer(KoalensServer.start(Settings.read(environment(data, settings))));
  }

  static Map<String, String> environment(Path data, String... settings) {
    var environment = new HashMap<String, String>();
    environment.put("PORT", "0");
    environment.put("HOST", "127.0.0.1");
    environment.put("LOG_LEVEL", "warn");
    environment.put("DATA_DIR", data.toString());
    for (String setting : settings) {
      environment.put(
          setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
    }
    return environment;
  }

  public KoalensServer server() {
    return server;
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  public HttpResponse<String> method(String method, String path, String... headers) {
    return send(request(path, headers).method(method, BodyPublishers.noBody()));
  }

  /// Posts to `/analyze-text`.
  public HttpResponse<String> ask(String json, String... headers) {
    return ask(json.getBytes(StandardCharsets.UTF_8), headers);
  }

  public HttpResponse<String> ask(byte[] body, String... headers) {
    return send(
        request("/analyze-text", headers)
            .setHeader("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body)));
  }

  public HttpRequest.Builder request(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    request.timeout(Duration.ofSeconds(60));
    return headers.length == 0 ? request : request.headers(headers);
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Sends the bytes over a plain connection, says that no more will come, and reads the answer.
  public String raw(String bytes) {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A plain connection.
  public Socket connect() throws IOException {
    return connect(server.port());
  }

  static Socket connect(int port) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(30_000);
    return socket;
  }

  public static JsonNode json(HttpResponse<String> response) {
    return json(response.body());
  }

  public static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  /// The text as a JSON string.
  public static String quoted(String text) {
    return JSON.writeValueAsString(text);
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
