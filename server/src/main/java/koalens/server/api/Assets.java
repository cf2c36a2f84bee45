package koalens.server.api;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The app, the page about the contract and what they are made of: nothing else can be asked for.
/// The app is built from `web/` and lies among the resources. A file is read when it is first asked
/// for: a server that has just begun answers labels first. Thread-safe.
final class Assets {
  private static final String CLIENT = "/koalens/server/client/";
  private static final String PAGE = "/koalens/server/page/";
  private static final String PARTS = "assets/";
  private static final Set<String> PAGE_PARTS = Set.of("docs.js", "docs.css", "icon.svg");
  private static final Pattern POLICY =
      Pattern.compile("<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]+)\">");

  private final Set<String> clientFiles =
      text(CLIENT + "files.txt").lines().collect(Collectors.toUnmodifiableSet());
  private final Map<String, Asset> read = new ConcurrentHashMap<>();

  Answer app(Call call) {
    return read.computeIfAbsent(CLIENT + "index.html", Assets::page).answer(call);
  }

  Answer manifest(Call call) {
    return whileSame(CLIENT + "manifest.webmanifest", call);
  }

  Answer worker(Call call) {
    return whileSame(CLIENT + "service-worker.js", call);
  }

  Answer documentation(Call call) {
    return whileSame(PAGE + "docs.html", call);
  }

  Answer contract(Call call) {
    return whileSame("/koalens/server/api/openapi.json", call);
  }

  Answer part(Call call) {
    String name = call.value("name");
    if (PAGE_PARTS.contains(name)) {
      return whileSame(PAGE + name, call);
    }
    if (!clientFiles.contains(PARTS + name)) {
      throw Problem.of(Problem.Kind.NOT_FOUND, "there is nothing at this path").exception();
    }
    return read(CLIENT + PARTS + name, Asset.Keeping.FOREVER).answer(call);
  }

  private Answer whileSame(String resource, Call call) {
    return read(resource, Asset.Keeping.WHILE_SAME).answer(call);
  }

  private Asset read(String resource, Asset.Keeping keeping) {
    return read.computeIfAbsent(resource, name -> Asset.read(name, keeping));
  }

  private static String text(String resource) {
    try (var stream = Assets.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("built without the app: run npm run bundle in web");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A page that states in itself what it may load and run; the header says the same, and who may
  /// show it in a frame, which only a header can.
  private static Asset page(String resource) {
    Matcher policy = POLICY.matcher(text(resource));
    if (!policy.find()) {
      throw new IllegalStateException("no Content-Security-Policy in " + resource);
    }
    return Asset.read(
        resource,
        Asset.Keeping.WHILE_SAME,
        HeaderValues.create(
            HeaderNames.create("Content-Security-Policy"),
            policy.group(1) + "; frame-ancestors 'none'"));
  }
}
