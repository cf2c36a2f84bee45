package koalens.backend.analysis;

/// Too many photos and films wait to be read. Asking again after a while helps.
public final class ReadingQueueFull extends RuntimeException {
  private final int seconds;

  ReadingQueueFull(int seconds) {
    super("too many photos and films wait to be read");
    this.seconds = seconds;
  }

  /// After how many seconds to ask again.
  public int seconds() {
    return seconds;
  }
}
