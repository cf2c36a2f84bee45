package koalens.backend.analysis.advice;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import koalens.backend.provider.Attempt;
import koalens.backend.provider.AttemptOutcome;

/// Tells all listeners. Thread-safe.
final class ConsultationListeners implements ConsultationListener {
  private final List<ConsultationListener> listeners = new CopyOnWriteArrayList<>();

  void add(ConsultationListener listener) {
    listeners.add(listener);
  }

  @Override
  public void chosen(Consultation consultation) {
    listeners.forEach(listener -> listener.chosen(consultation));
  }

  @Override
  public void attempted(
      Call call, Attempt attempt, AttemptOutcome outcome, Optional<Charge> charge) {
    listeners.forEach(listener -> listener.attempted(call, attempt, outcome, charge));
  }

  @Override
  public void concluded(Conclusion conclusion) {
    listeners.forEach(listener -> listener.concluded(conclusion));
  }
}
