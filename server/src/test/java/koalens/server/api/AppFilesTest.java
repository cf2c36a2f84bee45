package koalens.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import koalens.server.TestServer;
import org.brotli.dec.BrotliInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The app's files as a browser, and someone who means harm, ask for them.
class AppFilesTest {
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static List<String> parts() {
    return Pattern.compile("(?:src|href)=\"(assets/[^\"]+)\"")
        .matcher(server.get("/").body())
        .results()
        .map(found -> "/" + found.group(1))
        .toList();
  }

  private static HttpResponse<byte[]> fetch(String path, String encoding) throws Exception {
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return client.send(
          server.request(path, "Accept-Encoding", encoding).build(), BodyHandlers.ofByteArray());
    }
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("none");
  }

  @Test
  void keepsPartsForeverAndAsksAboutThePageItself() {
    assertThat(parts()).hasSizeGreaterThan(3);
    for (String part : parts()) {
      assertThat(header(server.get(part), "Cache-Control")).contains("immutable");
    }
    for (String path : List.of("/", "/service-worker.js", "/manifest.webmanifest")) {
      assertThat(header(server.get(path), "Cache-Control")).isEqualTo("no-cache");
    }
  }

  @Test
  void sendsNothingTwice() {
    String mark = header(server.get("/"), "ETag");
    HttpResponse<String> again = server.get("/", "If-None-Match", mark);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(header(again, "ETag")).isEqualTo(mark);
    assertThat(server.get("/", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @Test
  void packsTheSameBytes() throws Exception {
    for (String path : Stream.concat(Stream.of("/"), parts().stream()).toList()) {
      HttpResponse<byte[]> plain = fetch(path, "identity");
      assertThat(header(plain, "Content-Encoding")).isEqualTo("none");
      if (path.endsWith(".png")) {
        continue;
      }
      HttpResponse<byte[]> brotli = fetch(path, "gzip, deflate, br");
      assertThat(header(brotli, "Content-Encoding")).isEqualTo("br");
      assertThat(header(brotli, "Vary")).contains("Accept-Encoding");
      assertThat(unpacked(new BrotliInputStream(bytes(brotli)))).isEqualTo(plain.body());
      HttpResponse<byte[]> gzip = fetch(path, "gzip;q=0.5, br;q=0");
      assertThat(header(gzip, "Content-Encoding")).isEqualTo("gzip");
      assertThat(unpacked(new GZIPInputStream(bytes(gzip)))).isEqualTo(plain.body());
      assertThat(header(gzip, "ETag")).isNotEqualTo(header(brotli, "ETag"));
    }
  }

  private static ByteArrayInputStream bytes(HttpResponse<byte[]> response) {
    return new ByteArrayInputStream(response.body());
  }

  private static byte[] unpacked(InputStream stream) throws IOException {
    try (stream) {
      return stream.readAllBytes();
    }
  }

  @Test
  void loadsForTheFirstTimeInLessThanThirtyKilobytes() throws Exception {
    int bytes = fetch("/", "br").body().length;
    for (String part : parts()) {
      if (part.endsWith(".js") || part.endsWith(".css")) {
        bytes += fetch(part, "br").body().length;
      }
    }
    assertThat(bytes).isBetween(5_000, 30_000);
  }

  @Test
  void saysTheSameOfWhatThePageMayRunWhenTheCallerHasItAlready() {
    HttpResponse<String> whole = server.get("/");
    HttpResponse<String> unchanged = server.get("/", "If-None-Match", header(whole, "ETag"));
    assertThat(unchanged.statusCode()).isEqualTo(304);
    assertThat(header(unchanged, "Content-Security-Policy"))
        .isEqualTo(header(whole, "Content-Security-Policy"));
  }

  @Test
  void runsNothingThatIsNotItsOwn() throws Exception {
    String policy = header(server.get("/"), "Content-Security-Policy");
    assertThat(policy)
        .contains("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "*", "data:");
    String page = server.get("/").body();
    assertThat(page).doesNotContain("onclick", " style=");
    assertThat(sources(policy, "script-src"))
        .containsExactlyInAnyOrderElementsOf(with("'self'", digests(page, "script")));
    assertThat(sources(policy, "style-src"))
        .containsExactlyInAnyOrderElementsOf(digests(page, "style"));
  }

  private static List<String> with(String first, List<String> others) {
    return Stream.concat(Stream.of(first), others.stream()).toList();
  }

  /// What the policy allows for one kind.
  private static List<String> sources(String policy, String kind) {
    return Arrays.stream(policy.split("; ", -1))
        .filter(one -> one.startsWith(kind + " "))
        .flatMap(one -> Arrays.stream(one.split(" ", -1)).skip(1))
        .toList();
  }

  /// The digests of what stands in the page itself.
  private static List<String> digests(String page, String element) throws Exception {
    var digests = new ArrayList<String>();
    var inline = Pattern.compile("<%1$s>(.*?)</%1$s>".formatted(element), Pattern.DOTALL);
    for (var found = inline.matcher(page); found.find(); ) {
      byte[] bytes = found.group(1).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      digests.add("'sha256-%s'".formatted(Base64.getEncoder().encodeToString(digest)));
    }
    return digests;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/",
        "/assets/..",
        "/assets/../index.html",
        "/assets/%2e%2e/api/openapi.json",
        "/assets/..%2fapi%2fopenapi.json",
        "/assets/%2e%2e%2f%2e%2e%2fapi%2fopenapi.json",
        "/assets/..%5c..%5capi%5copenapi.json",
        "/assets/%00",
        "/assets//etc/passwd",
        "/files.txt",
        "/assets/files.txt",
        "/assets/app.js.br"
      })
  void givesNothingButTheAppsFiles(String path) {
    String answer = server.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(answer).matches("(?s)HTTP/1.1 (400|404) .*");
  }

  @Test
  void isBuiltFromTheSourcesBesideIt() throws Exception {
    Path web = Path.of(System.getProperty("koalens.root"), "web");
    try (InputStream built =
        AppFilesTest.class.getResourceAsStream("/koalens/server/client/sources.sha256")) {
      assertThat(built).isNotNull();
      assertThat(new String(built.readAllBytes(), StandardCharsets.US_ASCII).strip())
          .as("mend: npm ci && npm run bundle in web")
          .isEqualTo(markOf(web));
    }
  }

  private static String markOf(Path web) throws Exception {
    MessageDigest mark = MessageDigest.getInstance("SHA-256");
    try (Stream<Path> sources = Files.walk(web.resolve("src"))) {
      Stream.concat(
              sources.filter(Files::isRegularFile),
              Stream.of(web.resolve("build.mjs"), web.resolve("package-lock.json")))
          .map(path -> web.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .forEach(name -> add(mark, web, name));
    }
    return HexFormat.of().formatHex(mark.digest());
  }

  private static void add(MessageDigest mark, Path web, String name) {
    try {
      mark.update((name + "\n").getBytes(StandardCharsets.UTF_8));
      mark.update(Files.readAllBytes(web.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
