package koalens.backend.analysis;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Builds one JSON text, property by property. Names of properties must need no escaping; half a
/// character becomes `?` when the text is encoded. Not thread-safe.
final class JsonText {
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder text;

  /// @param expected how many characters there may be; more are no fault
  JsonText(int expected) {
    this.text = new StringBuilder(expected);
  }

  JsonText open(char bracket) {
    separate();
    text.append(bracket);
    return this;
  }

  JsonText close(char bracket) {
    text.append(bracket);
    return this;
  }

  JsonText name(String name) {
    separate();
    text.append('"').append(name).append("\":");
    return this;
  }

  JsonText string(String name, String value) {
    return name(name).string(value);
  }

  JsonText number(String name, long value) {
    name(name);
    text.append(value);
    return this;
  }

  /// A number, without a fraction where there is none.
  JsonText number(String name, double value) {
    name(name);
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      text.append((long) value);
    } else {
      text.append(value);
    }
    return this;
  }

  JsonText bool(String name, boolean value) {
    name(name);
    text.append(value);
    return this;
  }

  JsonText nothing(String name) {
    name(name);
    text.append("null");
    return this;
  }

  JsonText strings(String name, List<String> values) {
    name(name).open('[');
    values.forEach(this::string);
    return close(']');
  }

  /// A string that needs no escaping: a word, an id, a time.
  JsonText plain(String name, String value) {
    name(name);
    text.append('"').append(value).append('"');
    return this;
  }

  JsonText string(String value) {
    separate();
    text.append('"');
    if (isPlain(value)) {
      text.append(value);
    } else {
      value.chars().forEach(c -> escape((char) c));
    }
    text.append('"');
    return this;
  }

  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (needsEscape(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean needsEscape(char c) {
    return c < ' ' || c == '"' || c == '\\';
  }

  private void escape(char c) {
    switch (c) {
      case '"', '\\' -> text.append('\\').append(c);
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> escapeRest(c);
    }
  }

  private void escapeRest(char c) {
    if (needsEscape(c)) {
      text.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
    } else {
      text.append(c);
    }
  }

  private void separate() {
    int last = text.length() - 1;
    if (last >= 0 && !opens(text.charAt(last))) {
      text.append(',');
    }
  }

  private static boolean opens(char c) {
    return c == ':' || c == '[' || c == '{';
  }

  byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
