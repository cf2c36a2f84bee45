package koalens.backend.reading;

import java.nio.charset.StandardCharsets;

/// Knows HEIF pictures that are laid together of tiles, as iPhones write them: the decoder here
/// gives one tile of them, which must not be taken for the picture. Source: ISO/IEC 23008-12,
/// derived image items of type *grid*; ISO/IEC 14496-12, item information entries.
final class TiledPicture {
  /// The boxes that describe a picture come before it.
  private static final int HEADER = 1 << 18;

  private static final byte[] ENTRY = bytes("infe");
  private static final byte[] GRID = bytes("grid");

  private TiledPicture() {}

  static boolean isIn(byte[] heif) {
    int last = Math.min(heif.length, HEADER) - 18;
    for (int i = 0; i <= last; i++) {
      // Behind the name: a version, three flags, an id of two bytes or four, two of protection.
      int type = i + (heif[i + 4] < 3 ? 12 : 14);
      if (stands(ENTRY, heif, i) && stands(GRID, heif, type)) {
        return true;
      }
    }
    return false;
  }

  private static boolean stands(byte[] name, byte[] bytes, int at) {
    for (int i = 0; i < name.length; i++) {
      if (bytes[at + i] != name[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] bytes(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }
}
