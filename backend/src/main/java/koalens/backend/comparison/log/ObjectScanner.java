package koalens.backend.comparison.log;

/// Walks over one JSON object and hands out its own fields; what is nested is passed over, but for
/// what may wrap one of our lines. An object may spread over lines. Not thread-safe.
///
/// An object that is cut off ends where a line begins that cannot belong to it: after a line break
/// inside a text, or with anything at its margin but a closing bracket. Reading goes on there.
final class ObjectScanner {
  /// Takes a field with the bytes of its value: of a text without its quotes.
  interface Sink {
    void field(Field field, byte[] bytes, int from, int to, boolean isText);
  }

  private static final boolean[] ENDS_BARE = endsBare();

  private byte[] bytes = {};
  private int at;
  private int end;
  private boolean broken;
  private int place;
  private final NameOrder order = new NameOrder();

  private static boolean[] endsBare() {
    boolean[] ends = new boolean[256];
    for (int b = 0; b < ends.length; b++) {
      ends[b] = (byte) b <= ' ' || ",:\"{}]".indexOf(b) >= 0;
    }
    return ends;
  }

  /// Reads the object that opens at the place.
  ///
  /// @return whether it is whole; [#next()] says where to go on
  boolean scan(byte[] block, int open, int to, Sink sink) {
    bytes = block;
    at = open + 1;
    end = to;
    broken = false;
    place = 0;
    order.begin();
    if (peek() == '}') {
      at++;
      return !broken;
    }
    while (!broken) {
      member(sink);
      int separator = peek();
      at++;
      if (separator == '}') {
        return !broken;
      }
      if (separator != ',') {
        at--;
        broken = true;
      }
    }
    return false;
  }

  /// Where reading goes on.
  int next() {
    return Math.min(at, end);
  }

  private void member(Sink sink) {
    if (peek() != '"') {
      broken = true;
      return;
    }
    Field field = name();
    if (peek() != ':') {
      broken = true;
      return;
    }
    at++;
    value(field, sink);
  }

  // Behind the name's closing quote afterwards.
  private Field name() {
    int from = at + 1;
    int expected = order.end(place, bytes, from, end);
    if (expected > 0) {
      at = expected;
      return order.field(place++);
    }
    int to = text();
    Field field = broken ? Field.OTHER : FieldNames.find(bytes, from, to);
    if (!broken) {
      order.expect(place, field, bytes, from, at);
    }
    place++;
    return field;
  }

  private void value(Field field, Sink sink) {
    int first = peek();
    int from = at;
    switch (first) {
      case '"' -> {
        int to = text();
        hand(field, sink, from + 1, to, true);
      }
      case '{', '[' -> {
        nested();
        if (field == Field.WRAPPED) {
          hand(field, sink, from, at, false);
        }
      }
      case 0, '}', ']', ',', ':' -> broken = true;
      default -> {
        bare();
        hand(field, sink, from, at, false);
      }
    }
  }

  private void hand(Field field, Sink sink, int from, int to, boolean isText) {
    if (!broken && field != Field.OTHER) {
      if (field == Field.MESSAGE_NAME) {
        order.message(to - from);
      }
      sink.field(field, bytes, from, to, isText);
    }
  }

  // From a quote behind its partner; where the text ended.
  private int text() {
    int mark = ByteSearch.textMark(bytes, at + 1, end);
    while (mark < end && bytes[mark] == '\\') {
      mark = ByteSearch.textMark(bytes, Math.min(mark + 2, end), end);
    }
    at = Math.min(mark + 1, end);
    broken |= mark == end || bytes[mark] == '\n';
    return mark;
  }

  private void bare() {
    int i = at;
    while (i < end && !ENDS_BARE[bytes[i] & 0xFF]) {
      i++;
    }
    at = i;
    broken |= i == end;
  }

  private void nested() {
    int depth = 0;
    while (!broken) {
      int b = peek();
      switch (b) {
        case 0 -> broken = true;
        case '"' -> text();
        case '{', '[' -> {
          depth++;
          at++;
        }
        case '}', ']' -> {
          depth--;
          at++;
          if (depth == 0) {
            return;
          }
        }
        default -> at++;
      }
    }
  }

  // The next byte that is no space; 0 at the end of the object's reach.
  private int peek() {
    while (at < end) {
      byte b = bytes[at];
      if (b == '\n' && isForeignAt(at + 1)) {
        at++;
        broken = true;
        return 0;
      }
      if (b > ' ' || b < 0) {
        return b;
      }
      at++;
    }
    broken = true;
    return 0;
  }

  private boolean isForeignAt(int margin) {
    return margin < end && startsRecord(bytes[margin]);
  }

  /// Whether a line that begins so begins something new.
  static boolean startsRecord(byte first) {
    return first != ' '
        && first != '\t'
        && first != '\r'
        && first != '\n'
        && first != '}'
        && first != ']';
  }
}
