package koalens.backend.provider.wire;

/// The provider answered with a status other than 2xx. Its text has the status alone.
public final class HttpErrorException extends RuntimeException {
  private final transient HttpAnswer answer;

  HttpErrorException(HttpAnswer answer) {
    super("HTTP " + answer.status());
    this.answer = answer;
  }

  /// What it answered.
  public HttpAnswer answer() {
    return answer;
  }
}
