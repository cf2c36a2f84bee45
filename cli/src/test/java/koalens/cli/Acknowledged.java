package koalens.cli;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/// Callers who analyse without a pause and remember the id of each answer they got.
final class Acknowledged {
  private static final int CALLERS = 16;

  private final Queue<String> ids = new ConcurrentLinkedQueue<>();
  private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final List<Thread> threads = new ArrayList<>();

  /// Begins to load the servers; one that does not answer any more is left alone.
  Acknowledged(List<RunningServer> servers) {
    for (int i = 0; i < CALLERS; i++) {
      RunningServer server = servers.get(i % servers.size());
      threads.add(Thread.ofVirtual().start(() -> load(server)));
    }
  }

  private void load(RunningServer server) {
    try {
      while (!ended.get()) {
        HttpResponse<String> answer = server.analyze("");
        if (answer.statusCode() == 200) {
          ids.add(RunningServer.json(answer).get("id").asString());
        } else {
          refusals.add(answer.body());
        }
      }
    } catch (UncheckedIOException e) {
      // It was killed.
    }
  }

  /// Returns when so many more answers have come.
  void awaitMore(int answers) throws InterruptedException {
    int enough = ids.size() + answers;
    while (ids.size() < enough && threads.stream().anyMatch(Thread::isAlive)) {
      Thread.sleep(5);
    }
  }

  /// The ids of all answers.
  List<String> ids() {
    return List.copyOf(ids);
  }

  /// The bodies of all other answers.
  List<String> refusals() {
    return List.copyOf(refusals);
  }

  /// Ends the load; returns when nobody calls any more.
  void end() throws InterruptedException {
    ended.set(true);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  static <T> List<T> inParallel(List<Callable<T>> work) throws Exception {
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = new ArrayList<T>();
      for (Future<T> one : pool.invokeAll(work)) {
        results.add(one.get());
      }
      return results;
    }
  }
}
