package koalens.server.api;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import org.jspecify.annotations.Nullable;

/// Figures of the process itself: memory, threads, processor, collections of garbage. Made when
/// they are first asked for, since that wakes all of the machine's own management: they are read as
/// they are then, and what is counted before the first look no rate could show. Thread-safe.
final class ProcessMetrics implements AutoCloseable {
  private @Nullable JvmGcMetrics collections;

  /// Registers them, the first time.
  synchronized void watchIn(MeterRegistry registry) {
    if (collections != null) {
      return;
    }
    collections = new JvmGcMetrics();
    collections.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  @Override
  public synchronized void close() {
    if (collections != null) {
      collections.close();
    }
  }
}
