package koalens.server.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The app, the page about the contract and what they are made of: nothing else can be asked for.
/// The app is built from `web/` and lies among the resources. Immutable.
final class Assets {
  private static final String CLIENT = "/koalens/server/client/";
  private static final String PAGE = "/koalens/server/page/";
  private static final String PARTS = "assets/";

  private final Asset app = sameOnly(CLIENT + "index.html");
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
    try (var stream = Assets.class.getResourceAsStream(CLIENT + "files.txt")) {
      if (stream == null) {
        throw new IllegalStateException("built without the app: run npm run bundle in web");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Asset sameOnly(String resource) {
    return Asset.read(resource, Asset.Keeping.WHILE_SAME);
  }
}
