package koalens.backend.provider;

/// One model of one provider. Thread-safe; a call blocks its thread, so call from a virtual one.
///
/// Interrupting the calling thread cancels: the call ends soon with [FailureKind#CANCELLED], and
/// the request to the provider is given up unless an identical call still waits for it.
public interface Provider extends AutoCloseable {

  /// Whose model it is.
  ProviderName name();

  /// The model asked for; which one served, each [Reply] says.
  String model();

  /// What the model takes.
  ModelCapabilities capabilities();

  /// Asks, and waits for an answer that keeps to the schema.
  ///
  /// @param deadline for everything together: waiting, retries and repair
  /// @param listener told of each attempt, on the thread that makes it
  /// @throws ProviderException when there is no answer, before or at the deadline
  <A extends Record> Completion<A> complete(
      Prompt<A> prompt, Deadline deadline, AttemptListener listener);

  /// How many input tokens the prompt has for this model. One attempt, without retries.
  ///
  /// @throws ProviderException when the provider does not say
  long countTokens(Prompt<?> prompt, Deadline deadline);

  /// Loads what the first call needs, without asking anything. Takes seconds in a cold process:
  /// call it beside the start, on a thread of its own.
  default void prepare(Prompt<?> sample) {}

  /// Whether calls go through to the provider at present.
  CircuitState circuit();

  /// Lets connections go. Calls under way end with [FailureKind#CANCELLED].
  @Override
  void close();
}
