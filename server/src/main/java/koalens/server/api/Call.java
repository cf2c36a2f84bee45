package koalens.server.api;

import io.helidon.http.HeaderName;
import io.helidon.webserver.http.ServerRequest;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import koalens.backend.people.Caller;
import koalens.backend.people.Person;

/// One request, as an endpoint sees it.
///
/// @param request the request itself
/// @param requestId the mark it carries
/// @param values the varying segments of its path by name
/// @param caller who makes it
record Call(ServerRequest request, String requestId, Map<String, String> values, Caller caller) {

  Call {
    values = Map.copyOf(values);
  }

  /// The person who makes it, on a route for persons.
  Person person() {
    return caller.findPerson().orElseThrow();
  }

  /// A varying segment of the path.
  String value(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new NoSuchElementException("the route has no {" + name + "}");
    }
    return value;
  }

  Optional<String> query(String name) {
    try {
      return request.query().first(name).asOptional();
    } catch (IllegalArgumentException e) {
      throw Problem.of(Problem.Kind.MALFORMED, "the query is not valid").exception();
    }
  }

  Optional<String> header(HeaderName name) {
    return request.headers().first(name);
  }
}
