package koalens.backend.reading;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Recognisers that work side by side, each on its own thread with its own memory. One page at a
/// time.
final class RecognizerTeam implements AutoCloseable {
  /// Language sets a thread keeps loaded; each costs some tens of megabytes.
  private static final int MOST_LOADED = 2;

  private final Path data;
  private final ExecutorService threads;
  private final Deque<Map<String, Recognizer>> desks = new ArrayDeque<>();

  RecognizerTeam(Path data, int threads) {
    this.data = data;
    this.threads =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("recogniser-", 1).factory());
    for (int i = 0; i < threads; i++) {
      desks.add(new LinkedHashMap<>(4, 0.75f, true));
    }
  }

  /// What the work makes of every item, in the same order.
  ///
  /// @param languages as [Recognizer] takes them
  /// @param done called after each item
  /// @throws CancellationException when the calling thread is interrupted
  <T, R> List<R> each(List<T> items, String languages, Work<T, R> work, Runnable done) {
    List<Future<R>> futures =
        items.stream().map(item -> threads.submit(() -> atDesk(languages, item, work))).toList();
    var results = new ArrayList<R>();
    try {
      for (Future<R> future : futures) {
        results.add(future.get());
        done.run();
      }
      return results;
    } catch (InterruptedException e) {
      throw new CancellationException("the reading was cancelled");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a line could not be recognised", e.getCause());
    } finally {
      futures.forEach(future -> future.cancel(false));
    }
  }

  interface Work<T, R> {
    R of(T item, Recognizer recognizer);
  }

  private <T, R> R atDesk(String languages, T item, Work<T, R> work) {
    Map<String, Recognizer> desk = takeDesk();
    try {
      Recognizer recognizer = desk.get(languages);
      if (recognizer == null) {
        makeRoom(desk);
        recognizer = new Recognizer(data, languages);
        desk.put(languages, recognizer);
      }
      return work.of(item, recognizer);
    } finally {
      putBack(desk);
    }
  }

  private static void makeRoom(Map<String, Recognizer> desk) {
    while (desk.size() >= MOST_LOADED) {
      var oldest = desk.entrySet().iterator();
      oldest.next().getValue().close();
      oldest.remove();
    }
  }

  private synchronized Map<String, Recognizer> takeDesk() {
    return desks.pop();
  }

  private synchronized void putBack(Map<String, Recognizer> desk) {
    desks.push(desk);
  }

  /// Waits for what is under way, then lets the memory go.
  @Override
  public void close() {
    threads.close();
    desks.forEach(desk -> desk.values().forEach(Recognizer::close));
  }
}
