package koalens.backend.provider;

/// How one model is reached: one request, one answer, no second try. [Provider] is what to use;
/// this is what a provider's adapter gives. Thread-safe; an interrupt of the calling thread
/// cancels.
public interface ModelClient extends AutoCloseable {

  /// Whose model it is.
  ProviderName name();

  /// The model asked for.
  String model();

  /// What the model takes.
  ModelCapabilities capabilities();

  /// Asks once. The answer's text need not keep to the schema.
  ///
  /// @throws ProviderException when there is no answer, before or at the deadline
  Reply send(Exchange exchange, Deadline deadline);

  /// Takes away what this thread's sending left with the provider, such as an uploaded film;
  /// without waiting. Until then [#send] on the same thread may use it again.
  default void forget() {}

  /// Loads what the first call needs, without asking anything.
  void prepare(Prompt<?> sample);

  /// How many input tokens the prompt has.
  ///
  /// @throws ProviderException when the provider does not say
  long countTokens(Prompt<?> prompt, Deadline deadline);

  /// Lets connections go.
  @Override
  void close();
}
