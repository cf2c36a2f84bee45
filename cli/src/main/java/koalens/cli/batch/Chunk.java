package koalens.cli.batch;

import java.io.ByteArrayOutputStream;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import koalens.engine.knowledge.Status;
import koalens.engine.verdict.LabelEngine;
import koalens.engine.verdict.LabelOptions;

/// Some rows in a row, judged: the lines to write, in order.
///
/// @param lines UTF-8, each with its end
/// @param rows how many
/// @param statuses how many got which verdict
/// @param faulty how many could not be read
record Chunk(ByteArrayOutputStream lines, int rows, Map<Status, Long> statuses, long faulty) {
  private static final int BYTES_A_ROW = 100;

  static Chunk judge(List<Row> rows, LabelEngine engine, LabelOptions options) {
    var lines = new ByteArrayOutputStream(rows.size() * BYTES_A_ROW);
    var statuses = new EnumMap<Status, Long>(Status.class);
    // Catalogues in the order of barcodes have the sizes of a food together.
    var known = new HashMap<String, Outcome>();
    long faulty = 0;
    for (Row row : rows) {
      if (row.fault().isPresent()) {
        Line.writeFault(row, row.fault().get(), lines);
        faulty++;
      } else {
        Outcome outcome =
            known.computeIfAbsent(row.text(), text -> Outcome.of(engine.judgeText(text, options)));
        Line.write(row, outcome, lines);
        statuses.merge(outcome.status(), 1L, Long::sum);
      }
    }
    return new Chunk(lines, rows.size(), statuses, faulty);
  }
}
