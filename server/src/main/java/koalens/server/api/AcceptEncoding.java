package koalens.server.api;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Which encodings a caller takes (RFC 9110, 12.5.3).
///
/// @param taken whether each coding named is taken
record AcceptEncoding(Map<String, Boolean> taken) {

  AcceptEncoding {
    taken = Map.copyOf(taken);
  }

  /// Reads the header; what is not understood counts as not taken.
  static AcceptEncoding of(String header) {
    var taken = new HashMap<String, Boolean>();
    for (String part : header.split(",", -1)) {
      String[] words = part.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*", -1);
      taken.put(words[0], words.length < 2 || !words[1].matches("q=0(\\.0*)?"));
    }
    return new AcceptEncoding(taken);
  }

  boolean takes(Encoding encoding) {
    return taken.getOrDefault(
        encoding.word(), encoding == Encoding.IDENTITY || taken.getOrDefault("*", false));
  }
}
