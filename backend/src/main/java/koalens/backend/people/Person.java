package koalens.backend.people;

/// Somebody whose data are kept apart from everybody else's: a device that got a token here, or the
/// subject of an identity provider. Never what a request body calls itself.
///
/// @param id `device:` and a random id, or `user:` and the provider's subject
public record Person(String id) {
  private static final String DEVICE = "device:";
  private static final String USER = "user:";

  /// What stands for the person where nobody shall read who it is: 64 hexadecimal digits.
  public String digest() {
    return TokenDigest.of(id).hex();
  }

  static Person device(String random) {
    return new Person(DEVICE + random);
  }

  static Person user(String subject) {
    return new Person(USER + subject);
  }
}
