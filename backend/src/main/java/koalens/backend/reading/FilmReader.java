package koalens.backend.reading;

import java.util.ArrayList;
import java.util.List;

/// Reads a film: its best frames one by one, the best of these as the base, which the others
/// complete. Not thread-safe.
final class FilmReader {
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
    best.forEach(frame -> progress.looksAt(new SeenPicture(frame)));
    var readings = new ArrayList<LabelReading>();
    for (GreyImage frame : best) {
      progress.at(readings.size(), best.size());
      readings.add(Readings.of(pages.read(frame, ReadingProgress.NONE)));
    }
    progress.at(best.size(), best.size());
    return FilmMerge.of(readings);
  }
}
