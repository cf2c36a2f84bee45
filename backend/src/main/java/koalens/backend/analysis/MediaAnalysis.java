package koalens.backend.analysis;

import koalens.backend.analysis.advice.Attendance;
import koalens.backend.reading.LabelReader;
import koalens.backend.reading.LabelReading;
import koalens.backend.reading.ReadingProgress;
import koalens.backend.reading.SeenMedium;

/// The use case for photos and films: read the label, meanwhile have a provider look at it where
/// one is to be asked, then judge what was read as any other text. Media are never stored.
/// Thread-safe; readings beyond the readers there are wait in line.
public final class MediaAnalysis implements AutoCloseable {
  private final MediaJudging judging;
  private final ReadingQueue queue;

  /// @param analysis judges what was read
  /// @param queue lines up the readings
  /// @param longestSide of a picture that a provider is shown, in pixels
  public MediaAnalysis(LabelAnalysis analysis, ReadingQueue queue, int longestSide) {
    this.judging = analysis.ofMedia(longestSide);
    this.queue = queue;
  }

  /// Reads and judges, whoever waits for it. The answer is in the ledger when this returns.
  ///
  /// @throws koalens.backend.reading.UnusableMedia when the medium cannot be read
  /// @throws ReadingQueueFull when too many wait already
  /// @throws java.util.concurrent.CancellationException when the thread is interrupted
  /// @throws LedgerException when the answer could not be kept
  public Analysis analyze(MediaRequest request, MediaProgress progress) {
    return analyze(request, progress, Attendance.CERTAIN);
  }

  /// Reads and judges. Where whoever asked leaves meanwhile, the reading ends and nothing is kept.
  ///
  /// @throws koalens.backend.reading.UnusableMedia when the medium cannot be read
  /// @throws ReadingQueueFull when too many wait already
  /// @throws java.util.concurrent.CancellationException when the thread is interrupted
  /// @throws LedgerException when the answer could not be kept
  public Analysis analyze(MediaRequest request, MediaProgress progress, Attendance attendance) {
    try (MediaLook look = judging.look(request)) {
      LabelReading reading =
          attendance.during(() ->
              queue.inTurn(
                  ahead -> progress.at(new MediaProgress.Step.Waiting(ahead)),
                  reader -> read(reader, request.medium(), new Heard(progress, look))));
      progress.at(new MediaProgress.Step.Judging());
      return judging.conclude(look, judging.choose(reading, request.options()), attendance);
    }
  }

  private static LabelReading read(
      LabelReader reader, MediaRequest.Medium medium, ReadingProgress heard) {
    return switch (medium) {
      case MediaRequest.Photo photo -> reader.readPhoto(photo.bytes(), heard);
      case MediaRequest.Film film -> reader.readFilm(film.bytes(), heard);
    };
  }

  private record Heard(MediaProgress progress, MediaLook look) implements ReadingProgress {
    @Override
    public void at(int done, int of) {
      progress.at(new MediaProgress.Step.Reading(done, of));
    }

    @Override
    public void looksAt(SeenMedium medium) {
      look.sees(medium);
      progress.at(new MediaProgress.Step.Looking(medium));
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
