package koalens.cli.rehearsal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What `fly` was asked.
///
/// @param folder where it was called
/// @param arguments what stood behind `fly`
/// @param input what came in on standard input
record FlyCall(Path folder, List<String> arguments, String input) {

  FlyCall {
    arguments = List.copyOf(arguments);
  }

  String command() {
    return arguments.isEmpty() ? "" : arguments.getFirst();
  }

  boolean has(String flag) {
    return arguments.contains(flag);
  }

  Optional<String> value(String option) {
    int at = arguments.indexOf(option);
    return at >= 0 && at + 1 < arguments.size()
        ? Optional.of(arguments.get(at + 1))
        : Optional.empty();
  }

  String app() {
    return value("--app").orElse("");
  }
}
