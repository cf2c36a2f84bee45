package koalens.backend.reading;

/// A photo or film that cannot be read, with the cause and the mend. Says nothing of its content.
public final class UnusableMedia extends RuntimeException {
  private final Fault fault;
  private final String detail;

  UnusableMedia(Fault fault, String detail) {
    super(detail);
    this.fault = fault;
    this.detail = detail;
  }

  /// What is wrong.
  public enum Fault {
    /// There are no bytes.
    EMPTY,
    /// No format that can be read, or a film where a photo was asked for.
    UNSUPPORTED,
    /// More pixels, seconds or memory than the limits allow.
    TOO_LARGE,
    /// The bytes break off or contradict themselves.
    DAMAGED,
    /// A film without a picture.
    NO_PICTURE
  }

  /// The cause and the mend, in English.
  public String detail() {
    return detail;
  }

  /// What is wrong.
  public Fault fault() {
    return fault;
  }
}
