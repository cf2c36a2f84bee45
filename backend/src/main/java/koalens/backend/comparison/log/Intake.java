package koalens.backend.comparison.log;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What was read, and what was not used.
///
/// @param files how many files or streams
/// @param bytes how many bytes, unpacked
/// @param lines how many line breaks
/// @param requests how many lines *AI Request* were used
/// @param responses how many lines *AI Response* were used
/// @param unasked how many lines *AI Response* say that there was nothing to ask
/// @param others how many objects were something else
/// @param faults how often what could not be used
/// @param examples the first of each fault
/// @param without the first files without any line that was used
public record Intake(
    int files,
    long bytes,
    long lines,
    long requests,
    long responses,
    long unasked,
    long others,
    Map<Fault.Kind, Long> faults,
    List<Fault> examples,
    List<String> without) {
  /// Copies the collections.
  public Intake {
    faults = Map.copyOf(faults);
    examples = List.copyOf(examples);
    without = List.copyOf(without);
  }

  /// How often.
  public long count(Fault.Kind kind) {
    return faults.getOrDefault(kind, 0L);
  }

  static Map<Fault.Kind, Long> none() {
    return new EnumMap<>(Fault.Kind.class);
  }
}
