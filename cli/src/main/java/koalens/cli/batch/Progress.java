package koalens.cli.batch;

/// Is told how far a catalogue is.
@FunctionalInterface
public interface Progress {
  /// That far.
  ///
  /// @param rows judged and written so far
  /// @param share of the file that was read, from 0 to 1
  void at(long rows, double share);
}
