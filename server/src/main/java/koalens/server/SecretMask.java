package koalens.server;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts a mask where a secret stands in a text: the secrets of the settings, and whatever looks
/// like a key of a provider, a token or an address with a password. Immutable and thread-safe.
final class SecretMask {
  private static final String MASK = Matcher.quoteReplacement("****");
  private static final String BEARER = "bearer";

  /// Part of a secret that is told by its form: what stands in every one of them, to look at
  /// cheaply before all else, and what they look like.
  private record Shape(String sign, String expression) {}

  private static final List<Shape> SHAPES =
      List.of(
          new Shape("sk-ant-", "sk-ant-[A-Za-z0-9_-]{8,}"),
          new Shape("AIza", "AIza[0-9A-Za-z_-]{30,}"),
          new Shape("://", "(?<=://)[^\\s:/@]+:[^\\s@]+(?=@)"));
  private static final String AFTER_BEARER = "(?i:bearer)\\s+[A-Za-z0-9._~+/=-]{8,}";

  private final List<String> signs;
  private final Pattern secret;

  /// @param secrets those of the settings, none of them empty
  SecretMask(List<String> secrets) {
    this.signs = Stream.concat(secrets.stream(), SHAPES.stream().map(Shape::sign)).toList();
    this.secret =
        Pattern.compile(
            Stream.of(
                    secrets.stream().map(Pattern::quote),
                    SHAPES.stream().map(Shape::expression),
                    Stream.of(AFTER_BEARER))
                .flatMap(expressions -> expressions)
                .collect(Collectors.joining("|")));
  }

  /// The text without secrets; the text itself where there is none.
  String applyTo(String text) {
    return mayHoldOne(text) ? secret.matcher(text).replaceAll(MASK) : text;
  }

  // Of a thousand texts in a log hardly one does, and the expression looks at every letter of it.
  private boolean mayHoldOne(String text) {
    for (String sign : signs) {
      if (text.contains(sign)) {
        return true;
      }
    }
    return namesBearer(text);
  }

  private static boolean namesBearer(String text) {
    for (int at = 0; at <= text.length() - BEARER.length(); at++) {
      char letter = text.charAt(at);
      if ((letter == 'b' || letter == 'B')
          && text.regionMatches(true, at, BEARER, 0, BEARER.length())) {
        return true;
      }
    }
    return false;
  }
}
