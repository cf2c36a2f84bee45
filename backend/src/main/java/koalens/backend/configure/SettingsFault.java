package koalens.backend.configure;

import java.util.List;

/// The environment cannot be used as it is. Names every fault at once, each with the variable and
/// the mend, and never the value of a secret.
public final class SettingsFault extends RuntimeException {
  private final List<String> faults;

  SettingsFault(List<String> faults) {
    super(String.join("; ", faults));
    this.faults = List.copyOf(faults);
  }

  /// One sentence for each fault.
  public List<String> faults() {
    return faults;
  }
}
