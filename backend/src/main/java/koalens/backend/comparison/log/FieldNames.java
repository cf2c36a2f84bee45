package koalens.backend.comparison.log;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// From the bytes of a name to its [Field], without making a string.
final class FieldNames {
  private static final int SLOTS = 256;
  private static final byte[][] NAMES = new byte[SLOTS][];
  private static final @Nullable Field[] FIELDS = new Field[SLOTS];

  static {
    for (Field field : Field.values()) {
      for (String name : field.names()) {
        put(name.getBytes(StandardCharsets.US_ASCII), field);
      }
    }
  }

  private FieldNames() {}

  private static void put(byte[] name, Field field) {
    int slot = slot(name, 0, name.length);
    while (FIELDS[slot] != null) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    NAMES[slot] = name;
    FIELDS[slot] = field;
  }

  static Field find(byte[] bytes, int from, int to) {
    if (from == to) {
      return Field.OTHER;
    }
    int slot = slot(bytes, from, to);
    Field field = FIELDS[slot];
    while (field != null) {
      if (isEqual(NAMES[slot], bytes, from, to)) {
        return field;
      }
      slot = (slot + 1) & (SLOTS - 1);
      field = FIELDS[slot];
    }
    return Field.OTHER;
  }

  private static boolean isEqual(byte[] name, byte[] bytes, int from, int to) {
    return name.length == to - from
        && java.util.Arrays.equals(name, 0, name.length, bytes, from, to);
  }

  private static int slot(byte[] bytes, int from, int to) {
    int length = to - from;
    int mixed = bytes[from] * 31 + bytes[to - 1] * 17 + bytes[from + length / 2] * 7 + length * 61;
    return (mixed ^ (mixed >>> 8)) & (SLOTS - 1);
  }
}
