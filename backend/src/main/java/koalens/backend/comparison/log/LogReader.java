package koalens.backend.comparison.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.LongConsumer;

/// Reads logs. What is no line of ours, cut off, doubled or too long is counted, and never stops
/// the reading; the result is the same whatever the number of threads.
///
/// @param threads how many read at once, 1 at least
/// @param blockBytes how much each reads at a time; no line may be longer
/// @param progress told how many bytes were read so far
public record LogReader(int threads, int blockBytes, LongConsumer progress) {
  private static final int BLOCK = 4 << 20;

  /// With as many threads as processors, and lines of up to four megabytes.
  public LogReader(LongConsumer progress) {
    this(Runtime.getRuntime().availableProcessors(), BLOCK, progress);
  }

  /// Reads them all.
  ///
  /// @throws LogException when one cannot be opened or unpacked
  public Log read(List<LogSource> sources) {
    var table = new CallTable();
    var counting = new Counting(sources.size());
    var words = new Words();
    ThreadLocal<LineReader> readers =
        ThreadLocal.withInitial(() -> new LineReader(words.forAnotherThread()));
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      for (LogSource source : sources) {
        counting.begin(source.name());
        read(
            source,
            block -> new BlockReading(block, readers.get(), table).read(),
            workers,
            counting);
        counting.end();
      }
    }
    return new Log(table.inOrder(), counting.intake());
  }

  private void read(
      LogSource source,
      Function<Block, BlockReading> reading,
      ExecutorService workers,
      Counting counting) {
    Deque<Future<BlockReading>> waiting = new ArrayDeque<>();
    try (InputStream in = source.unpacked()) {
      var blocks = new BlockSource(in, blockBytes);
      do {
        Block block = blocks.next();
        waiting.add(workers.submit(() -> reading.apply(block)));
        if (waiting.size() > threads) {
          BlockReading done = result(waiting.remove());
          counting.add(done);
          blocks.recycle(done.block());
          progress.accept(counting.bytes());
        }
      } while (!blocks.hasEnded());
      while (!waiting.isEmpty()) {
        counting.add(result(waiting.remove()));
      }
      progress.accept(counting.bytes());
    } catch (IOException e) {
      throw new LogException(
          "%s cannot be read after line %d: %s"
              .formatted(source.name(), counting.linesOfFile(), e.getMessage()),
          e);
    }
  }

  private static BlockReading result(Future<BlockReading> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LogException("interrupted while reading", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof OutOfMemoryError full) {
        throw full;
      }
      if (e.getCause() instanceof LogException tooMany) {
        throw tooMany;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
