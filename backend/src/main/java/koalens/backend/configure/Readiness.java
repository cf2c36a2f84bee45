package koalens.backend.configure;

import java.util.List;

/// Whether the application can answer now.
///
/// @param checks what was looked at
public record Readiness(List<Check> checks) {

  /// Copies the list.
  public Readiness {
    checks = List.copyOf(checks);
  }

  /// One thing the application needs.
  ///
  /// @param name what it is
  /// @param ready whether it works
  /// @param detail what was found, in a few words
  public record Check(String name, boolean ready, String detail) {}

  /// Whether everything works.
  public boolean ready() {
    return checks.stream().allMatch(Check::ready);
  }
}
