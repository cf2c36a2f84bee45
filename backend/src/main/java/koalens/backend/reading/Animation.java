package koalens.backend.reading;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Knows pictures that move, by their headers: what one of their pictures shows is not all of it.
final class Animation {
  private static final int WEBP_FLAGS = 20;
  private static final int WEBP_ANIMATED = 2;
  private static final int PNG_FIRST_CHUNK = 8;

  private Animation() {}

  static boolean isIn(byte[] bytes, MediaFormat format) {
    return switch (format) {
      case WEBP ->
          name(bytes, 12).equals("VP8X")
              && bytes.length > WEBP_FLAGS
              && (bytes[WEBP_FLAGS] & WEBP_ANIMATED) != 0;
      case PNG -> isInPng(bytes);
      case AVIF -> name(bytes, 8).equals("avis");
      case HEIC -> name(bytes, 8).equals("hevc") || name(bytes, 8).equals("msf1");
      case JPEG, MP4, QUICKTIME, WEBM -> false;
    };
  }

  // The chunk that says so comes before the picture's own.
  private static boolean isInPng(byte[] png) {
    long at = PNG_FIRST_CHUNK;
    while (at + 8 <= png.length) {
      String name = name(png, (int) at + 4);
      if (name.equals("acTL") || name.equals("IDAT")) {
        return name.equals("acTL");
      }
      at += 12 + (ByteBuffer.wrap(png).getInt((int) at) & 0xFFFF_FFFFL);
    }
    return false;
  }

  private static String name(byte[] bytes, int at) {
    return at + 4 <= bytes.length ? new String(bytes, at, 4, StandardCharsets.ISO_8859_1) : "";
  }
}
