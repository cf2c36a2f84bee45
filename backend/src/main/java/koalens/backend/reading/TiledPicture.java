package koalens.backend.reading;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import koalens.backend.reading.UnusableMedia.Fault;

/// What a HEIF file says of a picture that is laid together of tiles, as iPhones write them.
/// Source: ISO/IEC 23008-12, derived image items; the media program calls them stream groups.
///
/// @param group which of the file's tiled pictures it is; the others are depths, gain maps, thumbs
/// @param canvas the size of all tiles together
/// @param picture what of it is seen, before it is turned
record TiledPicture(int group, Size canvas, Size picture) {
  /// What the media program's prober is asked for.
  static final String FACTS =
      "stream=codec_type:stream_group=index:stream_group_disposition=default:stream_group_component"
          + "=coded_width,coded_height,width,height";

  /// Of rounding when it is scaled.
  private static final double ROUNDED = 2;

  private static final Pattern PRIMARY =
      Pattern.compile(
          "index=(\\d{1,4})\\s+coded_width=(\\d{1,9})\\s+coded_height=(\\d{1,9})\\s+"
              + "width=(\\d{1,9})\\s+height=(\\d{1,9})\\s+DISPOSITION:default=1");

  /// Width and height in pixels.
  record Size(int width, int height) {
    private double shape() {
      return (double) Math.min(width, height) / Math.max(width, height);
    }
  }

  /// The picture that the file is of, when it is a tiled one.
  ///
  /// @param facts what the prober says
  static Optional<TiledPicture> primary(String facts) {
    return PRIMARY.matcher(facts).results().findFirst().map(TiledPicture::of);
  }

  private static TiledPicture of(MatchResult said) {
    return new TiledPicture(number(said, 1), size(said, 2), size(said, 4));
  }

  private static Size size(MatchResult said, int at) {
    return new Size(number(said, at), number(said, at + 1));
  }

  private static int number(MatchResult said, int at) {
    return Integer.parseInt(said.group(at));
  }

  /// Checks that the tiles were as large as the file says: else what lies between them is missing.
  ///
  /// @param largest to which its longer side may have been scaled down
  /// @throws UnusableMedia when they were not
  void requireShape(GreyImage decoded, int largest) {
    int longest = Math.min(largest, Math.max(picture.width(), picture.height()));
    int shortest = Math.min(decoded.width(), decoded.height());
    if (decoded.longest() != longest || Math.abs(shortest - longest * picture.shape()) > ROUNDED) {
      throw new UnusableMedia(Fault.DAMAGED, "the picture's tiles are not as large as it says");
    }
  }
}
