package koalens.cli.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import koalens.engine.knowledge.Status;
import koalens.engine.verdict.LabelEngine;
import koalens.engine.verdict.LabelOptions;

/// Judges a catalogue: one thread reads and writes, in the file's order, the others judge. What
/// waits is bounded, so that memory does not grow with the file.
public final class Batch {
  private static final int CHUNK_ROWS = 500;
  private static final int CHUNKS_A_THREAD = 3;

  private final LabelEngine engine;
  private final LabelOptions options;
  private final int threads;
  private final Map<Status, Long> statuses = new EnumMap<>(Status.class);
  private Optional<IllegalArgumentException> fault = Optional.empty();
  private long rows;
  private long faulty;

  /// For one file.
  ///
  /// @param threads that judge, 1 and up
  public Batch(LabelEngine engine, LabelOptions options, int threads) {
    this.engine = engine;
    this.options = options;
    this.threads = threads;
  }

  /// Which file, which of its columns, and where the lines go.
  ///
  /// @param input CSV, JSON Lines or Parquet
  /// @param text the column or field with the labels
  /// @param id the one that names the foods, where there is one
  /// @param output JSON Lines
  /// @param resume whether to go on where an earlier run was cut off
  public record Catalogue(Path input, String text, String id, Path output, boolean resume) {}

  /// Judges the file.
  ///
  /// @throws IllegalArgumentException naming the file and the mend when it cannot be used
  public Summary run(Catalogue catalogue, Progress progress)
      throws IOException, InterruptedException {
    try (Rows source =
            Rows.open(catalogue.input(), new Rows.Columns(catalogue.text(), catalogue.id()));
        Output output = open(catalogue)) {
      passOver(source, output.lines());
      judge(source, output.stream(), progress);
      return new Summary(rows, output.lines(), statuses, faulty);
    }
  }

  private static Output open(Catalogue catalogue) throws IOException {
    return catalogue.resume() && Files.exists(catalogue.output())
        ? Output.resume(catalogue.output())
        : Output.begin(catalogue.output());
  }

  private static void passOver(Rows source, long many) throws IOException {
    for (long i = 0; i < many; i++) {
      if (source.next().isEmpty()) {
        throw new IllegalArgumentException(
            "the output has more lines than the input has rows: it is of another file");
      }
    }
  }

  private void judge(Rows source, OutputStream out, Progress progress)
      throws IOException, InterruptedException {
    Deque<Future<Chunk>> waiting = new ArrayDeque<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      try {
        read(source, executor, waiting, out, progress);
      } catch (IllegalArgumentException e) {
        // What was read before the fault is kept.
        writeAll(waiting, out);
        throw e;
      } finally {
        executor.shutdownNow();
      }
    }
    progress.at(rows, 1);
  }

  private void read(
      Rows source,
      ExecutorService executor,
      Deque<Future<Chunk>> waiting,
      OutputStream out,
      Progress progress)
      throws IOException, InterruptedException {
    for (List<Row> next = read(source); !next.isEmpty(); next = read(source)) {
      List<Row> these = next;
      waiting.add(executor.submit(() -> Chunk.judge(these, engine, options)));
      if (waiting.size() >= threads * CHUNKS_A_THREAD) {
        write(waiting.remove(), out);
        progress.at(rows, source.share());
      }
    }
    writeAll(waiting, out);
  }

  private void writeAll(Deque<Future<Chunk>> waiting, OutputStream out)
      throws IOException, InterruptedException {
    while (!waiting.isEmpty()) {
      write(waiting.remove(), out);
    }
  }

  private List<Row> read(Rows source) throws IOException {
    var read = new ArrayList<Row>(CHUNK_ROWS);
    try {
      for (Optional<Row> row = next(source); row.isPresent(); row = next(source)) {
        read.add(row.get());
        if (read.size() == CHUNK_ROWS) {
          break;
        }
      }
    } catch (IllegalArgumentException e) {
      // What stands before a fault is judged first.
      fault = Optional.of(e);
    }
    if (read.isEmpty() && fault.isPresent()) {
      throw fault.get();
    }
    return read;
  }

  private Optional<Row> next(Rows source) throws IOException {
    return fault.isPresent() ? Optional.empty() : source.next();
  }

  private void write(Future<Chunk> judged, OutputStream out)
      throws IOException, InterruptedException {
    Chunk chunk = get(judged);
    chunk.lines().writeTo(out);
    rows += chunk.rows();
    faulty += chunk.faulty();
    chunk.statuses().forEach((status, many) -> statuses.merge(status, many, Long::sum));
  }

  private static Chunk get(Future<Chunk> judged) throws InterruptedException {
    try {
      return judged.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
