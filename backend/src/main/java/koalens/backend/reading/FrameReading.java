package koalens.backend.reading;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What was read in a frame of a film.
///
/// @param reading as of a photo
/// @param sights how much the frame shows of each of the reading's lines, in the same order
record FrameReading(LabelReading reading, List<RowSight> sights) {

  FrameReading {
    sights = List.copyOf(sights);
  }

  /// What of it may belong to the list: where its heading is out of sight, every block for itself.
  List<List<SeenRow>> parts() {
    Map<Integer, List<SeenRow>> parts =
        IntStream.range(0, sights.size())
            .filter(this::mayBeInList)
            .boxed()
            .collect(
                Collectors.groupingBy(
                    i -> reading.listFound() ? 0 : reading.lines().get(i).block(),
                    TreeMap::new,
                    Collectors.mapping(this::row, Collectors.toList())));
    return List.copyOf(parts.values());
  }

  private boolean mayBeInList(int line) {
    ReadLine read = reading.lines().get(line);
    return !read.words().isEmpty() && (read.inList() || !reading.listFound());
  }

  private SeenRow row(int line) {
    return SeenRow.of(reading.lines().get(line), sights.get(line), reading);
  }
}
