package koalens.testing;

import java.io.IOException;

/// A PostgreSQL as a program: prints the addresses of new databases, a line each, and runs until
/// its standard input ends.
public final class PostgresProgram {
  private PostgresProgram() {}

  /// Runs it.
  ///
  /// @param arguments how many databases to make
  public static void main(String[] arguments) throws IOException {
    try (PostgresServer server = PostgresServer.start()) {
      for (int made = 0; made < Integer.parseInt(arguments[0]); made++) {
        System.out.println(server.createDatabase());
      }
      System.out.flush();
      while (System.in.read() >= 0) {
        // Whoever started this lives.
      }
    }
  }
}
