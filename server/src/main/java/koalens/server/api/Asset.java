package koalens.server.api;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// One file of the pages, read once, with what was compressed when it was built. Answers in the
/// encoding the caller takes best, and with nothing when the caller has it already. Immutable.
final class Asset implements Endpoint {
  private static final Header VARY =
      HeaderValues.createCached(HeaderNames.VARY, "Accept-Encoding, Origin");

  private final List<Form> forms;

  private Asset(List<Form> forms) {
    this.forms = forms;
  }

  /// The file as a resource, with the compressed ones that lie beside it.
  ///
  /// @param resource its absolute name
  /// @param keeping how long callers may keep it
  /// @param headers further ones for its answers
  static Asset read(String resource, Keeping keeping, Header... headers) {
    var forms = new ArrayList<Form>();
    for (Encoding encoding : Encoding.values()) {
      byte[] bytes = bytes(resource + encoding.ending());
      if (bytes.length > 0) {
        forms.add(Form.of(encoding, mediaType(resource), bytes, keeping, headers));
      }
    }
    if (forms.stream().noneMatch(form -> form.encoding() == Encoding.IDENTITY)) {
      throw new IllegalStateException("built without " + resource);
    }
    return new Asset(List.copyOf(forms));
  }

  /// How long callers may keep a file.
  enum Keeping {
    /// Its name changes with its content.
    FOREVER("public, max-age=31536000, immutable"),
    /// It may be used again once the server has said that it is the same.
    WHILE_SAME("no-cache");

    private final String control;

    Keeping(String control) {
      this.control = control;
    }

    private Header header() {
      return HeaderValues.createCached(HeaderNames.CACHE_CONTROL, control);
    }
  }

  private record Form(Encoding encoding, String mark, Answer whole, Answer unchanged) {
    static Form of(
        Encoding encoding, String mediaType, byte[] bytes, Keeping keeping, Header... headers) {
      var always = new ArrayList<>(List.of(headers));
      always.add(HeaderValues.create(HeaderNames.ETAG, digest(bytes)));
      always.add(keeping.header());
      always.add(VARY);
      Answer whole = Answer.of(200, mediaType, bytes).with(encoding.headers());
      return new Form(encoding, digest(bytes), whole.with(always), Answer.empty(304).with(always));
    }

    Answer answer(Call call) {
      boolean known =
          call.header(HeaderNames.IF_NONE_MATCH).filter(marks -> marks.contains(mark)).isPresent();
      return known ? unchanged : whole;
    }
  }

  @Override
  public Answer answer(Call call) {
    var wanted = AcceptEncoding.of(call.header(HeaderNames.ACCEPT_ENCODING).orElse(""));
    return forms.stream()
        .filter(form -> wanted.takes(form.encoding()))
        .findFirst()
        .orElseGet(forms::getLast)
        .answer(call);
  }

  private static String mediaType(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> "text/html; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "svg" -> "image/svg+xml";
      case "png" -> "image/png";
      case "json" -> "application/json";
      case "webmanifest" -> "application/manifest+json";
      default -> throw new IllegalStateException("no media type is known for " + name);
    };
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String resource) {
    try (var stream = Asset.class.getResourceAsStream(resource)) {
      return stream == null ? new byte[0] : stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
