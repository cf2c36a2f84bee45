package koalens.backend.reading;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/// What a file is, told by its first bytes; names and types that came with it are not asked.
enum MediaFormat {
  JPEG(Kind.PHOTO, "jpeg_pipe", "image/jpeg"),
  PNG(Kind.PHOTO, "png_pipe", "image/png"),
  WEBP(Kind.PHOTO, "webp_pipe", "image/webp"),
  HEIC(Kind.PHOTO, "mov", "image/heic"),
  AVIF(Kind.PHOTO, "mov", "image/avif"),
  MP4(Kind.FILM, "mov", "video/mp4"),
  QUICKTIME(Kind.FILM, "mov", "video/quicktime"),
  WEBM(Kind.FILM, "matroska", "video/webm");

  enum Kind {
    PHOTO,
    FILM
  }

  private static final Set<String> HEIC_BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");
  private static final Set<String> AVIF_BRANDS = Set.of("avif", "avis");

  private final Kind kind;
  private final String demuxer;
  private final String mimeType;

  MediaFormat(Kind kind, String demuxer, String mimeType) {
    this.kind = kind;
    this.demuxer = demuxer;
    this.mimeType = mimeType;
  }

  Kind kind() {
    return kind;
  }

  /// The one reader of the media program that may touch it: no playlist or script can pose as it.
  String demuxer() {
    return demuxer;
  }

  String mimeType() {
    return mimeType;
  }

  static Optional<MediaFormat> of(byte[] bytes) {
    if (starts(bytes, 0, "\u00FF\u00D8\u00FF")) {
      return Optional.of(JPEG);
    }
    if (starts(bytes, 0, "\u0089PNG\r\n\u001A\n")) {
      return Optional.of(PNG);
    }
    if (starts(bytes, 0, "RIFF") && starts(bytes, 8, "WEBP")) {
      return Optional.of(WEBP);
    }
    if (starts(bytes, 0, "\u001AE\u00DF\u00A3")) {
      return Optional.of(WEBM);
    }
    return starts(bytes, 4, "ftyp") ? Optional.of(branded(bytes)) : oldQuickTime(bytes);
  }

  private static MediaFormat branded(byte[] bytes) {
    String brand = text(bytes, 8, 4);
    if (AVIF_BRANDS.contains(brand) || (brand.equals("mif1") && names(bytes, "avif"))) {
      return AVIF;
    }
    if (HEIC_BRANDS.contains(brand)) {
      return HEIC;
    }
    return brand.equals("qt  ") ? QUICKTIME : MP4;
  }

  // Among the compatible brands, which follow the main one.
  private static boolean names(byte[] bytes, String brand) {
    return text(bytes, 16, 64).contains(brand);
  }

  private static Optional<MediaFormat> oldQuickTime(byte[] bytes) {
    String box = text(bytes, 4, 4);
    return Set.of("moov", "mdat", "wide", "free", "skip").contains(box)
        ? Optional.of(QUICKTIME)
        : Optional.empty();
  }

  private static boolean starts(byte[] bytes, int from, String with) {
    return text(bytes, from, with.length()).equals(with);
  }

  private static String text(byte[] bytes, int from, int length) {
    int end = Math.min(bytes.length, from + length);
    return end <= from ? "" : new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
  }
}
