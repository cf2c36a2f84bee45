package koalens.backend.provider;

import java.time.Duration;
import java.util.Objects;
import koalens.backend.provider.wire.Endpoint;
import koalens.emulator.scenario.AnswerFault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// What every provider's model keeps to, whatever its provider does. Against the emulator, which
/// speaks both APIs with their quirks and faults.
public abstract class ProviderContract
    implements AnsweringContract, FailingContract, PatienceContract {
  /// A key that no text may show.
  protected static final String KEY = EmulatedProvider.KEY;

  /// The longest answer that is read.
  protected static final int MAX_ANSWER_BYTES = EmulatedProvider.MAX_ANSWER_BYTES;

  private @Nullable EmulatedProvider subject;

  /// Which API is emulated.
  protected abstract koalens.emulator.Provider emulated();

  /// A client of it.
  protected abstract ModelClient client(String baseUrl);

  /// What a fault of an answer comes to.
  protected abstract FailureKind kindOf(AnswerFault fault);

  /// Where an emulated provider is reached.
  protected static Endpoint endpoint(String baseUrl) {
    return EmulatedProvider.endpoint(baseUrl);
  }

  /// Tries so often, so many at once, so long each.
  protected static Resilience tuned(int attempts, int concurrentCalls, Duration attemptTimeout) {
    return EmulatedProvider.tuned(attempts, concurrentCalls, attemptTimeout);
  }

  @BeforeEach
  void start() {
    subject = new EmulatedProvider(emulated(), this::client, this::kindOf);
  }

  @AfterEach
  void stop() {
    subject().stop();
  }

  @Override
  public final EmulatedProvider subject() {
    return Objects.requireNonNull(subject);
  }
}
