package koalens.backend.people;

import java.util.Optional;

/// Who makes a request.
public sealed interface Caller {
  /// Somebody who showed nothing.
  record Anonymous() implements Caller {}

  /// Somebody who proved to be a person.
  record Known(Person person) implements Caller {}

  /// Somebody with the admin key.
  record Operator() implements Caller {}

  /// The person, when there is one.
  default Optional<Person> findPerson() {
    return switch (this) {
      case Known(var person) -> Optional.of(person);
      case Anonymous _, Operator _ -> Optional.empty();
    };
  }
}
