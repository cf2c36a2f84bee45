package koalens.cli.rehearsal;

import java.io.IOException;
import java.util.function.Consumer;

/// What a scene is to show, and how it is played.
record Script(String title, String expected, Performance performance) {

  /// Plays a scene.
  interface Performance {
    /// What came of it.
    ///
    /// @param transcript told every command and what it prints
    Finding play(Consumer<String> transcript) throws IOException, InterruptedException;
  }
}
