package koalens.backend.configure;

/// A value that no log, message or page may show.
///
/// @param value the value itself: hand it to who needs it, never to a text
public record Secret(String value) {

  /// Says that there is a secret, never what it is.
  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}
