package koalens.server.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A method and path with what answers there.
///
/// @param method the HTTP method
/// @param path the path, with `{name}` for a segment that varies
/// @param guarded whether it counts among the requests that are limited: what watches over the
///   server must get through when it is full
/// @param access who may call it
/// @param endpoint what answers
record Route(String method, String path, boolean guarded, Access access, Endpoint endpoint) {

  static Route get(String path, Endpoint endpoint) {
    return new Route("GET", path, true, Access.OPEN, endpoint);
  }

  static Route post(String path, Endpoint endpoint) {
    return new Route("POST", path, true, Access.OPEN, endpoint);
  }

  static Route delete(String path, Endpoint endpoint) {
    return new Route("DELETE", path, true, Access.OPEN, endpoint);
  }

  Route unguarded() {
    return new Route(method, path, false, access, endpoint);
  }

  Route counted() {
    return new Route(method, path, guarded, Access.COUNTED, endpoint);
  }

  Route forPersons() {
    return new Route(method, path, guarded, Access.PERSON, endpoint);
  }

  Route forOperators() {
    return new Route(method, path, guarded, Access.OPERATOR, endpoint);
  }

  /// Whether it answers the method: what answers GET answers HEAD too.
  boolean answers(String wanted) {
    return method.equals(wanted) || (method.equals("GET") && wanted.equals("HEAD"));
  }

  /// The varying segments by name, when the path matches.
  Optional<Map<String, String>> match(List<String> segments) {
    List<String> pattern = List.of(path.split("/", -1));
    if (pattern.size() != segments.size()) {
      return Optional.empty();
    }
    var values = new HashMap<String, String>();
    for (int i = 0; i < pattern.size(); i++) {
      String part = pattern.get(i);
      if (part.startsWith("{")) {
        values.put(part.substring(1, part.length() - 1), segments.get(i));
      } else if (!part.equals(segments.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }
}
