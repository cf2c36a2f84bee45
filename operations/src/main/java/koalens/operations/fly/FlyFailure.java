package koalens.operations.fly;

/// `fly` could not be run, or did not answer as it should. The message names cause and mend.
public final class FlyFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// A failure with its cause in words.
  public FlyFailure(String message) {
    super(message);
  }
}
