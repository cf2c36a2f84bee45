package koalens.cli;

import java.io.PrintWriter;
import koalens.backend.configure.SettingsFault;

/// Why a command failed, in words for whoever called it.
final class Faults {
  private Faults() {}

  /// Says it.
  ///
  /// @return what to exit with
  static int explain(Exception fault, PrintWriter err) {
    if (fault instanceof SettingsFault settings) {
      err.println("These settings cannot be used:");
      settings.faults().forEach(one -> err.println("  " + one));
      return ExitCode.USAGE;
    }
    String message = fault.getMessage();
    err.println("koalens: " + (message == null ? fault.getClass().getName() : message));
    return ExitCode.FAILED;
  }
}
