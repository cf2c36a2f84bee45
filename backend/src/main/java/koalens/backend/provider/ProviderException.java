package koalens.backend.provider;

import org.jspecify.annotations.Nullable;

/// There is no answer; the [Failure] says why. Its text is safe to log.
public final class ProviderException extends RuntimeException {
  private final transient Failure failure;

  /// For the failure of a call to that model.
  public ProviderException(ProviderName provider, String model, Failure failure) {
    this(provider, model, failure, null);
  }

  /// For the failure of a call to that model.
  ///
  /// @param cause what was thrown beneath; its text is not repeated
  public ProviderException(
      ProviderName provider, String model, Failure failure, @Nullable Throwable cause) {
    super(text(provider, model, failure), cause);
    this.failure = failure;
  }

  /// What went wrong.
  public Failure failure() {
    return failure;
  }

  /// What kind of thing went wrong.
  public FailureKind kind() {
    return failure.kind();
  }

  private static String text(ProviderName provider, String model, Failure failure) {
    var text = new StringBuilder(provider.word() + " " + model + ": " + failure.kind().word());
    failure.httpStatus().ifPresent(status -> text.append(", HTTP ").append(status));
    failure.code().ifPresent(code -> text.append(", ").append(code));
    failure.requestId().ifPresent(id -> text.append(", request ").append(id));
    return text.toString();
  }
}
