package koalens.server.api;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.util.List;

/// How the bytes of a file are packed, the smallest first.
enum Encoding {
  BROTLI("br", ".br"),
  GZIP("gzip", ".gz"),
  IDENTITY("identity", "");

  private final String word;
  private final String ending;

  Encoding(String word, String ending) {
    this.word = word;
    this.ending = ending;
  }

  /// Its name in HTTP.
  String word() {
    return word;
  }

  /// What follows the file's name where it is packed so.
  String ending() {
    return ending;
  }

  /// The headers that tell the caller.
  List<Header> headers() {
    return switch (this) {
      case BROTLI, GZIP -> List.of(HeaderValues.createCached(HeaderNames.CONTENT_ENCODING, word));
      case IDENTITY -> List.of();
    };
  }
}
