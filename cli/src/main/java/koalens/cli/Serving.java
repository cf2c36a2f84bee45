package koalens.cli;

import java.io.PrintWriter;
import koalens.backend.configure.Settings;
import koalens.server.KoalensServer;

/// Serving, and nothing that a server does without: reading a command line by its annotations takes
/// longer than all else at start.
final class Serving {
  private Serving() {}

  /// Serves until it is stopped.
  ///
  /// @param err where it says where it listens
  static int serve(PrintWriter err) throws InterruptedException {
    try (KoalensServer server = KoalensServer.start(Settings.current())) {
      err.printf("KoaLens listens on http://localhost:%d (stop with Ctrl-C)%n", server.port());
      server.awaitStop();
      return ExitCode.DONE;
    }
  }

  /// The same as a whole process, faults explained.
  static int run(PrintWriter err) {
    try {
      return serve(err);
    } catch (InterruptedException | RuntimeException e) {
      return Faults.explain(e, err);
    }
  }
}
