package koalens.backend.reading;

import java.util.ArrayList;
import java.util.List;

/// Reads a film: its best frames one by one, the best of these as the base, which the others
/// complete. Not thread-safe.
final class FilmReader {
  /// One alone could not be checked by another.
  private static final int LEAST_FRAMES = 2;

  private final MediaProgram program;
  private final PageReader pages;
  private final ReadingLimits limits;

  FilmReader(MediaProgram program, PageReader pages, ReadingLimits limits) {
    this.program = program;
    this.pages = pages;
    this.limits = limits;
  }

  LabelReading read(byte[] bytes, MediaFormat format, ReadingProgress progress) {
    var frames = new FilmFrames(limits.frames());
    program.film(bytes, format, frames::add);
    List<GreyImage> best = frames.best();
    List<SeenPicture> seen = best.stream().map(SeenPicture::new).toList();
    progress.looksAt(new SeenMedium(format.mimeType(), seen));
    var readings = new ArrayList<FrameReading>();
    long until = System.nanoTime() + limits.film().toNanos();
    for (GreyImage frame : best) {
      if (readings.size() >= LEAST_FRAMES && System.nanoTime() > until) {
        break;
      }
      progress.at(readings.size(), best.size());
      readings.add(Readings.ofFrame(pages.read(frame, ReadingProgress.NONE)));
    }
    progress.at(best.size(), best.size());
    return FilmMerge.of(readings);
  }
}
