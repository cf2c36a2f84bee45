package koalens.backend.provider;

/// Is told of every attempt of a call, on the thread that makes it. Must not throw, nor take long.
public interface AttemptListener {
  /// Listens to nothing.
  AttemptListener NONE =
      new AttemptListener() {
        @Override
        public void started(Attempt attempt) {}

        @Override
        public void ended(Attempt attempt, AttemptOutcome outcome) {}
      };

  /// A request goes out.
  void started(Attempt attempt);

  /// It ended. Each attempt that started ends exactly once; where a caller gave up, shortly after
  /// its call has.
  void ended(Attempt attempt, AttemptOutcome outcome);

  /// No request goes out, since one that asks the same is under way and is awaited. What it does is
  /// told to the listener of the call that sent it.
  default void joined(ProviderName provider, String model) {}

  /// No request goes out, since the circuit is open or too many are under way.
  default void rejected(ProviderName provider, String model, Failure failure) {}
}
