package koalens.emulator.scenario;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Something that goes wrong with one call. Immutable.
public sealed interface Fault permits ErrorFault, AnswerFault, WireFault {
  /// Every fault there is.
  static List<Fault> all() {
    return Stream.<Fault[]>of(ErrorFault.values(), AnswerFault.values(), WireFault.values())
        .flatMap(Stream::of)
        .toList();
  }

  /// The fault of this word, such as `rate-limited`.
  static Optional<Fault> find(String word) {
    return all().stream().filter(fault -> fault.word().equals(word)).findFirst();
  }

  /// The name of its constant.
  String name();

  /// How scenario files and records write it, such as `rate-limited`.
  default String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
