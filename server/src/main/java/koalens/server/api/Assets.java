package koalens.server.api;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The app, the page about the contract and what they are made of: nothing else can be asked for.
/// The app is built from `web/` and lies among the resources. Immutable.
final class Assets {
  private static final String CLIENT = "/koalens/server/client/";
  private static final String PAGE = "/koalens/server/page/";
  private static final String PARTS = "assets/";
  private static final Pattern POLICY =
      Pattern.compile("<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]+)\">");

  private final Asset app = page(CLIENT + "index.html");
  private final Asset manifest = sameOnly(CLIENT + "manifest.webmanifest");
  private final Asset worker = sameOnly(CLIENT + "service-worker.js");
  private final Asset documentation = sameOnly(PAGE + "docs.html");
  private final Asset contract = sameOnly("/koalens/server/api/openapi.json");
  private final Map<String, Asset> parts = parts();

  Answer app(Call call) {
    return app.answer(call);
  }

  Answer manifest(Call call) {
    return manifest.answer(call);
  }

  Answer worker(Call call) {
    return worker.answer(call);
  }

  Answer documentation(Call call) {
    return documentation.answer(call);
  }

  Answer contract(Call call) {
    return contract.answer(call);
  }

  Answer part(Call call) {
    Asset part = parts.get(call.value("name"));
    if (part == null) {
      throw Problem.of(Problem.Kind.NOT_FOUND, "there is nothing at this path").exception();
    }
    return part.answer(call);
  }

  private static Map<String, Asset> parts() {
    var parts = new HashMap<String, Asset>();
    clientFiles()
        .filter(name -> name.startsWith(PARTS))
        .forEach(name ->
            parts.put(
                name.substring(PARTS.length()), Asset.read(CLIENT + name, Asset.Keeping.FOREVER)));
    for (String name : List.of("docs.js", "docs.css", "icon.svg")) {
      parts.put(name, sameOnly(PAGE + name));
    }
    return Map.copyOf(parts);
  }

  private static Stream<String> clientFiles() {
    return text(CLIENT + "files.txt").lines();
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

  private static Asset sameOnly(String resource) {
    return Asset.read(resource, Asset.Keeping.WHILE_SAME);
  }
}
