package koalens.cli.batch;

import java.util.Map;
import koalens.engine.knowledge.Status;

/// What became of a catalogue.
///
/// @param rows written by this run
/// @param passedOver rows that an earlier run had written
/// @param statuses how many got which verdict, of this run
/// @param faulty rows that could not be read, of this run
public record Summary(long rows, long passedOver, Map<Status, Long> statuses, long faulty) {
  /// Copies the map.
  public Summary {
    statuses = Map.copyOf(statuses);
  }
}
