package koalens.backend.analysis.advice;

import java.util.function.Supplier;

/// Whether whoever asked still waits for the answer.
public interface Attendance {
  /// Nobody leaves.
  Attendance CERTAIN =
      new Attendance() {
        @Override
        public <T> T during(Supplier<T> work) {
          return work.get();
        }
      };

  /// Does the work on this thread, and interrupts it when whoever asked leaves before it is done.
  /// Afterwards the thread is not interrupted for that any more.
  <T> T during(Supplier<T> work);
}
