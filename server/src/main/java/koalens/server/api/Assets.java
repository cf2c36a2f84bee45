package koalens.server.api;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/// The pages and what they are made of, read once. Immutable.
final class Assets {
  private static final String HTML = "text/html; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String STYLE = "text/css; charset=utf-8";
  private static final Header REVALIDATE =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-cache");

  private final Answer page = read("/koalens/server/page/index.html", HTML);
  private final Answer documentation = read("/koalens/server/page/docs.html", HTML);
  private final Answer contract = read("/koalens/server/api/openapi.json", "application/json");
  private final Map<String, Answer> parts =
      Map.of(
          "page.js", read("/koalens/server/page/page.js", SCRIPT),
          "texts.js", read("/koalens/server/page/texts.js", SCRIPT),
          "docs.js", read("/koalens/server/page/docs.js", SCRIPT),
          "page.css", read("/koalens/server/page/page.css", STYLE),
          "icon.svg", read("/koalens/server/page/icon.svg", "image/svg+xml"));

  Answer page(Call call) {
    return page;
  }

  Answer documentation(Call call) {
    return documentation;
  }

  Answer contract(Call call) {
    return contract;
  }

  Answer part(Call call) {
    Answer part = parts.get(call.value("name"));
    if (part == null) {
      throw Problem.of(Problem.Kind.NOT_FOUND, "there is nothing at this path").exception();
    }
    return part;
  }

  private static Answer read(String resource, String contentType) {
    try (var stream = Assets.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("built without " + resource);
      }
      return Answer.of(200, contentType, stream.readAllBytes()).with(REVALIDATE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
