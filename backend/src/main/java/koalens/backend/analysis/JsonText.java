package koalens.backend.analysis;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Builds one JSON text in UTF-8, property by property. Names of properties must need no escaping;
/// half a character becomes `?`. Not thread-safe.
final class JsonText {
  private static final String HEX = "0123456789abcdef";
  // Of one UTF-16 unit: three of UTF-8, or an escape of six letters.
  private static final int LONGEST = 6;
  private static final int ONE_BYTE = 0x80;
  private static final int TWO_BYTES = 0x800;

  private byte[] text;
  private int length;

  /// @param expected how many bytes there may be; more are no fault
  JsonText(int expected) {
    this.text = new byte[expected];
  }

  JsonText open(char bracket) {
    separate();
    return put(bracket);
  }

  JsonText close(char bracket) {
    return put(bracket);
  }

  JsonText name(String name) {
    separate();
    return put('"').letters(name).put('"').put(':');
  }

  JsonText string(String name, String value) {
    return name(name).string(value);
  }

  JsonText number(String name, long value) {
    return name(name).letters(Long.toString(value));
  }

  /// A number, without a fraction where there is none.
  JsonText number(String name, double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return name(name).letters(whole ? Long.toString((long) value) : Double.toString(value));
  }

  JsonText bool(String name, boolean value) {
    return name(name).letters(Boolean.toString(value));
  }

  JsonText nothing(String name) {
    return name(name).letters("null");
  }

  JsonText strings(String name, List<String> values) {
    name(name).open('[');
    values.forEach(this::string);
    return close(']');
  }

  /// Properties written before, of which there is at least one.
  JsonText properties(byte[] written) {
    separate();
    reserve(written.length);
    System.arraycopy(written, 0, text, length, written.length);
    length += written.length;
    return this;
  }

  /// A string of ASCII that needs no escaping: a word, an id, a time.
  JsonText plain(String name, String value) {
    return name(name).put('"').letters(value).put('"');
  }

  JsonText string(String value) {
    separate();
    put('"');
    reserve(LONGEST * value.length());
    int from = 0;
    while (from < value.length()) {
      from = character(value, easy(value, from));
    }
    return put('"');
  }

  // Copies what is the same in JSON, as nearly all is, and returns where that ends.
  private int easy(String value, int from) {
    byte[] into = text;
    int at = length;
    int i = from;
    while (i < value.length()) {
      char c = value.charAt(i);
      if (c >= ONE_BYTE || needsEscape(c)) {
        break;
      }
      into[at++] = (byte) c;
      i++;
    }
    length = at;
    return i;
  }

  // Writes the character there, if there is one, and returns where the next begins.
  private int character(String value, int at) {
    if (at == value.length()) {
      return at;
    }
    char c = value.charAt(at);
    if (c < ONE_BYTE) {
      escape(c);
    } else if (c < TWO_BYTES) {
      add(0xC0 | (c >> 6));
      continued(c);
    } else if (Character.isSurrogate(c)) {
      return pair(value, at);
    } else {
      add(0xE0 | (c >> 12));
      continued(c >> 6);
      continued(c);
    }
    return at + 1;
  }

  private int pair(String value, int at) {
    int codePoint = value.codePointAt(at);
    if (!Character.isSupplementaryCodePoint(codePoint)) {
      add('?');
      return at + 1;
    }
    add(0xF0 | (codePoint >> 18));
    continued(codePoint >> 12);
    continued(codePoint >> 6);
    continued(codePoint);
    return at + 2;
  }

  private void continued(int bits) {
    add(ONE_BYTE | (bits & 0x3F));
  }

  private static boolean needsEscape(char c) {
    return c < ' ' || c == '"' || c == '\\';
  }

  private void escape(char c) {
    add('\\');
    switch (c) {
      case '"', '\\' -> add(c);
      case '\n' -> add('n');
      case '\r' -> add('r');
      case '\t' -> add('t');
      default -> letters("u00").put(HEX.charAt(c >> 4)).put(HEX.charAt(c & 15));
    }
  }

  private JsonText letters(String ascii) {
    reserve(ascii.length());
    byte[] into = text;
    int at = length;
    for (int i = 0; i < ascii.length(); i++) {
      into[at + i] = (byte) ascii.charAt(i);
    }
    length = at + ascii.length();
    return this;
  }

  private JsonText put(char ascii) {
    reserve(1);
    add(ascii);
    return this;
  }

  private void add(int octet) {
    text[length++] = (byte) octet;
  }

  private void reserve(int more) {
    if (more > text.length - length) {
      text = Arrays.copyOf(text, Math.max(2 * text.length, length + more));
    }
  }

  private void separate() {
    if (length > 0 && !opens(text[length - 1])) {
      put(',');
    }
  }

  private static boolean opens(byte letter) {
    return letter == ':' || letter == '[' || letter == '{';
  }

  byte[] bytes() {
    return Arrays.copyOf(text, length);
  }

  @Override
  public String toString() {
    return new String(text, 0, length, StandardCharsets.UTF_8);
  }
}
