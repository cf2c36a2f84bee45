package koalens.backend.reading;

/// One count of all steps of a reading, which only goes up, however often it looks again. Not
/// thread-safe.
final class ReadingSteps {
  private final ReadingProgress progress;
  private int done;
  private int expected;

  ReadingSteps(ReadingProgress progress) {
    this.progress = progress;
    progress.at(0, 1);
  }

  /// So many more are to come.
  void expect(int more) {
    expected += more;
  }

  void done() {
    done++;
    progress.at(done, Math.max(done, expected));
  }
}
