package koalens.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import koalens.backend.configure.Application;
import koalens.backend.configure.Settings;

/// `/analyze-text` by two servers of the same build, one with an empty ledger in SQLite and one
/// with very many rows, in rounds that alternate.
///
/// Arguments: rows (default 10000000), connections (16), seconds a round (5), rounds (6).
public final class LedgerSize {
  // As the ledger's own rows, a person's every tenth, but with a short document.
  private static final String ROWS =
      """
      insert into analysis (id, analyzed_at, user_id, status, provider, knowledge, request_id,
        label_text, document, person)
      with recursive number(n) as (select 1 union all select n + 1 from number where n < ?)
      select printf('%08x-%04x-7000-8000-%012x', t >> 16, t & 65535, n), t, 'me', 'non-vegan',
        'local', '1', 'r-' || n, 'Vatten, socker, salt, mjölk', '{"confidence":1}',
        case when n % 10 = 0 then 'device:' || (n % 100000) end
      from (select n, 1700000000000 + n * 100 as t from number)
      """;

  private LedgerSize() {}

  /// Runs the benchmark and prints its figures.
  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    System.setProperty("jdk.virtualThreadScheduler.parallelism", "1");
    int rows = argument(arguments, 0, 10_000_000);
    int connections = argument(arguments, 1, 16);
    int seconds = argument(arguments, 2, 5);
    int rounds = argument(arguments, 3, 6);
    var bodies =
        Bodies.inTurn(
            List.of(
                "{\"text\":\"Ingredienser: vatten, havre, rapsolja, salt, skummjölkspulver,"
                    + " arom\"}"));
    Path empty = Files.createTempDirectory("koalens-empty");
    Path full = Files.createTempDirectory("koalens-full");
    fill(full, rows);
    try (ServerProcess few = ServerProcess.start(List.of(), in(empty));
        ServerProcess many = ServerProcess.start(List.of(), in(full))) {
      var small = new Load(few, few.koalens(), "/analyze-text", bodies, connections);
      var large = new Load(many, many.koalens(), "/analyze-text", bodies, connections);
      small.run(2 * seconds);
      large.run(2 * seconds);
      var ratios = new ArrayList<Double>();
      for (int round = 1; round <= rounds; round++) {
        boolean swapped = round % 2 == 0;
        Load.Result first = (swapped ? large : small).run(seconds);
        Load.Result second = (swapped ? small : large).run(seconds);
        ratios.add(print(round, swapped ? second : first, swapped ? first : second));
      }
      Collections.sort(ratios);
      System.out.printf(
          Locale.ROOT,
          "processor time an answer, many rows to none: median %.3f of %.3f to %.3f%n",
          ratios.get(ratios.size() / 2),
          ratios.getFirst(),
          ratios.getLast());
    }
  }

  static Map<String, String> in(Path folder) {
    return Map.of("DATA_DIR", folder.toString());
  }

  static void fill(Path folder, int rows) throws SQLException {
    Application.open(Settings.read(in(folder))).close();
    long began = System.nanoTime();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("koalens.db"));
        var pragma = connection.createStatement();
        var statement = connection.prepareStatement(ROWS)) {
      pragma.execute("pragma synchronous = off");
      statement.setInt(1, rows);
      statement.executeUpdate();
    }
    System.out.printf(
        Locale.ROOT, "%d rows made in %.0f s%n", rows, (System.nanoTime() - began) / 1e9);
  }

  private static double print(int round, Load.Result none, Load.Result many) {
    double ratio = many.processor() / none.processor();
    System.out.printf(
        Locale.ROOT,
        "round %d  no rows %s  many rows %s  rate %.3f  cpu %.3f%n",
        round,
        none,
        many,
        many.perSecond() / none.perSecond(),
        ratio);
    return ratio;
  }

  private static int argument(String[] arguments, int index, int standard) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : standard;
  }
}
