package koalens.backend.provider;

import java.util.Base64;
import java.util.Locale;

/// A picture or a film handed to a model. Equal when type and content are; never shown in a text.
public final class Media {
  private final String mimeType;
  private final byte[] content;
  private final String sha256;

  private Media(String mimeType, byte[] content) {
    this.mimeType = mimeType.toLowerCase(Locale.ROOT);
    this.content = content;
    this.sha256 = Digests.sha256(content);
  }

  /// Copies the content.
  ///
  /// @param mimeType `image/jpeg`, `video/mp4` and the like
  /// @throws IllegalArgumentException for a type that is neither image nor video, and for no
  ///   content
  public static Media of(String mimeType, byte[] content) {
    var media = new Media(mimeType, content.clone());
    if (!media.isImage() && !media.isVideo()) {
      throw new IllegalArgumentException("mimeType must be image/… or video/…");
    }
    if (content.length == 0) {
      throw new IllegalArgumentException("content must not be empty");
    }
    return media;
  }

  /// The type, in lower case.
  public String mimeType() {
    return mimeType;
  }

  /// Whether it is a picture.
  public boolean isImage() {
    return mimeType.startsWith("image/");
  }

  /// Whether it is a film.
  public boolean isVideo() {
    return mimeType.startsWith("video/");
  }

  /// Its size in bytes.
  public int size() {
    return content.length;
  }

  /// A copy of its content.
  public byte[] content() {
    return content.clone();
  }

  /// Its content in Base64.
  public String base64() {
    return Base64.getEncoder().encodeToString(content);
  }

  /// The SHA-256 of its content, in lower-case hex: what a log may show of it.
  public String sha256() {
    return sha256;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Media media
        && mimeType.equals(media.mimeType)
        && sha256.equals(media.sha256);
  }

  @Override
  public int hashCode() {
    return sha256.hashCode();
  }

  /// Type and size, no content.
  @Override
  public String toString() {
    return mimeType + ", " + content.length + " bytes";
  }
}
