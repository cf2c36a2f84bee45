package koalens.backend.analysis;

import koalens.backend.reading.LabelReader;
import koalens.backend.reading.LabelReading;
import koalens.backend.reading.ReadingProgress;
import koalens.backend.reading.SeenPicture;

/// The use case for photos and films: read the label, then judge it as any other text. Media are
/// never stored. Thread-safe; readings beyond the readers there are wait in line.
public final class MediaAnalysis implements AutoCloseable {
  private final LabelAnalysis analysis;
  private final CautiousReading caution;
  private final ReadingQueue queue;

  /// @param analysis judges what was read
  /// @param queue lines up the readings
  public MediaAnalysis(LabelAnalysis analysis, ReadingQueue queue) {
    this.analysis = analysis;
    this.caution = new CautiousReading(analysis.engine());
    this.queue = queue;
  }

  /// Reads and judges. The answer is in the ledger when this returns.
  ///
  /// @throws koalens.backend.reading.UnusableMedia when the medium cannot be read
  /// @throws ReadingQueueFull when too many wait already
  /// @throws java.util.concurrent.CancellationException when the thread is interrupted
  /// @throws LedgerException when the answer could not be kept
  public Analysis analyze(MediaRequest request, MediaProgress progress) {
    LabelReading reading =
        queue.inTurn(
            ahead -> progress.at(new MediaProgress.Step.Waiting(ahead)),
            reader -> read(reader, request.medium(), progress));
    progress.at(new MediaProgress.Step.Judging());
    return analysis.analyze(request.asking(caution.choose(reading, request.options())));
  }

  private static LabelReading read(
      LabelReader reader, MediaRequest.Medium medium, MediaProgress progress) {
    var heard = new HeardReading(progress);
    return switch (medium) {
      case MediaRequest.Photo photo -> reader.readPhoto(photo.bytes(), heard);
      case MediaRequest.Film film -> reader.readFilm(film.bytes(), heard);
    };
  }

  private record HeardReading(MediaProgress progress) implements ReadingProgress {
    @Override
    public void at(int done, int of) {
      progress.at(new MediaProgress.Step.Reading(done, of));
    }

    @Override
    public void looksAt(SeenPicture picture) {
      progress.at(new MediaProgress.Step.Looking(picture));
    }
  }

  /// How many readings wait for their turn.
  public int waiting() {
    return queue.waiting();
  }

  /// Ends the readers once they have finished.
  @Override
  public void close() {
    queue.close();
  }
}
