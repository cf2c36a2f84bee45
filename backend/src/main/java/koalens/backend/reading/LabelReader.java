package koalens.backend.reading;

import java.nio.file.Path;
import java.util.List;
import koalens.backend.reading.UnusableMedia.Fault;
import org.jspecify.annotations.Nullable;

/// Reads labels in photos and films. One reading at a time; more are for the caller to line up.
/// Loads its models with the first reading, which takes about a second longer; closing lets them
/// go.
public final class LabelReader implements AutoCloseable {
  private final ReadingLimits limits;
  private final TextLanguage languages;
  private final Natives natives;
  private @Nullable Tools tools;

  /// @param folder where natives and models are laid out, and media lie while they are decoded
  /// @param limits how much it takes on
  /// @param languages tells in which language a list is read again
  public LabelReader(Path folder, ReadingLimits limits, TextLanguage languages) {
    this.limits = limits;
    this.languages = languages;
    this.natives = new Natives(folder);
  }

  private record Tools(
      MediaProgram program, Photos photos, TextDetector detector, RecognizerTeam team) {}

  /// Reads a photo: JPEG, PNG, WebP, HEIC or AVIF.
  ///
  /// @throws UnusableMedia when it is none of these, is damaged or too large
  /// @throws java.util.concurrent.CancellationException when the thread is interrupted
  public synchronized LabelReading readPhoto(byte[] bytes, ReadingProgress progress) {
    MediaFormat format = format(bytes);
    GreyImage picture = tools().photos().decode(bytes, format);
    progress.looksAt(new SeenMedium(format.mimeType(), List.of(new SeenPicture(picture))));
    return Readings.of(reader().read(picture, progress));
  }

  /// Reads a film: MP4, MOV or WebM.
  ///
  /// @throws UnusableMedia when it is none of these, is damaged, too long, or has no picture
  /// @throws java.util.concurrent.CancellationException when the thread is interrupted
  public synchronized LabelReading readFilm(byte[] bytes, ReadingProgress progress) {
    MediaFormat format = format(bytes);
    if (format.kind() != MediaFormat.Kind.FILM) {
      throw new UnusableMedia(Fault.UNSUPPORTED, "this is a photo: send it as one");
    }
    return new FilmReader(tools().program(), reader(), limits).read(bytes, format, progress);
  }

  private static MediaFormat format(byte[] bytes) {
    if (bytes.length == 0) {
      throw new UnusableMedia(Fault.EMPTY, "the file is empty");
    }
    return MediaFormat.of(bytes)
        .orElseThrow(() ->
            new UnusableMedia(
                Fault.UNSUPPORTED,
                "this is no format that can be read: send JPEG, PNG, WebP, HEIC or AVIF, "
                    + "or as a film MP4, MOV or WebM"));
  }

  private PageReader reader() {
    return new PageReader(tools().detector(), tools().team(), languages, limits);
  }

  private Tools tools() {
    Tools made = tools;
    if (made == null) {
      natives.prepare();
      var program = new MediaProgram(limits, natives);
      made =
          new Tools(
              program,
              new Photos(limits, program),
              new TextDetector(natives.detector(), limits.threads()),
              new RecognizerTeam(natives.languages(), limits.threads()));
      tools = made;
    }
    return made;
  }

  /// Lets models and threads go.
  @Override
  public synchronized void close() {
    Tools made = tools;
    if (made != null) {
      made.detector().close();
      made.team().close();
      tools = null;
    }
  }
}
