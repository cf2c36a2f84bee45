package koalens.backend.provider;

import java.time.Duration;
import java.time.Instant;

/// One request to a provider.
///
/// @param provider whose model is asked
/// @param model the model asked for
/// @param number 1 for the first of a call, then 2 and so on
/// @param cause why it is made
/// @param start when it began
/// @param waited how long the call waited before it: for a place among the calls under way, and for
///   the time to try again
/// @param remaining what is left of the deadline
public record Attempt(
    ProviderName provider,
    String model,
    int number,
    Cause cause,
    Instant start,
    Duration waited,
    Duration remaining) {

  /// Why an attempt is made.
  public enum Cause {
    /// Somebody asked.
    FIRST,
    /// The one before failed in a way that may pass.
    RETRY,
    /// The answer before did not keep to the schema.
    REPAIR
  }
}
