package koalens.backend.people;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does chores every hour until it is closed, the first time at once. Several servers may do the
/// same. Thread-safe.
public final class Housekeeping implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("housekeeping").factory());

  private Housekeeping() {}

  /// Something to be removed now and then.
  ///
  /// @param what what it removes, for the log
  /// @param work removes it and says how many
  public record Chore(String what, java.util.function.IntSupplier work) {}

  /// Begins.
  public static Housekeeping start(List<Chore> chores) {
    var housekeeping = new Housekeeping();
    for (Chore chore : chores) {
      var _ = housekeeping.timer.scheduleWithFixedDelay(() -> run(chore), 0, 1, TimeUnit.HOURS);
    }
    return housekeeping;
  }

  private static void run(Chore chore) {
    try {
      int removed = chore.work().getAsInt();
      if (removed > 0) {
        LOG.atInfo().addKeyValue("removed", removed).log(chore.what());
      }
    } catch (RuntimeException e) {
      LOG.atWarn().addKeyValue("chore", chore.what()).setCause(e).log("failed: tried in an hour");
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
