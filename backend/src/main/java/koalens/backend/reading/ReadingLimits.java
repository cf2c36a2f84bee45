package koalens.backend.reading;

import java.time.Duration;

/// How much a reader takes on.
///
/// @param pixels most pixels of a picture, told by its header before it is decoded
/// @param filmLength longest film
/// @param decoding longest time for decoding one medium; then its process is ended
/// @param lines most lines of text that are recognised in one picture
/// @param frames most frames of a film that are read
/// @param film after that no further frame of a film is begun to be read, the second one apart
/// @param threads how many lines are recognised at once
public record ReadingLimits(
    long pixels,
    Duration filmLength,
    Duration decoding,
    int lines,
    int frames,
    Duration film,
    int threads) {

  /// What the settings say where nothing is set: photos of up to 60 megapixels, films of a minute,
  /// two threads.
  public static final ReadingLimits STANDARD =
      new ReadingLimits(
          60_000_000,
          Duration.ofSeconds(60),
          Duration.ofSeconds(20),
          150,
          4,
          Duration.ofSeconds(6),
          2);
}
