package koalens.server.api;

import io.helidon.common.uri.UriEncoding;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// All routes. Immutable.
final class Routes {
  private static final Endpoint NOT_FOUND =
      _ -> {
        throw Problem.of(Problem.Kind.NOT_FOUND, "there is nothing at this path").exception();
      };
  private static final Endpoint UNREADABLE =
      _ -> {
        throw Problem.of(Problem.Kind.MALFORMED, "the path is not valid").exception();
      };

  private final List<Route> routes;
  private final Map<String, Match> literal = new HashMap<>();

  Routes(List<Route> routes) {
    this.routes = List.copyOf(routes);
    routes.stream()
        .filter(route -> !route.path().contains("{"))
        .forEach(route -> literal.put(route.method() + route.path(), match(route, Map.of())));
  }

  /// A route that matched.
  ///
  /// @param name the path with its `{name}`s, for logs and figures: never what a person typed
  /// @param guarded whether it counts among the requests that are limited
  /// @param access who may call it
  /// @param endpoint what answers
  /// @param values the varying segments by name
  record Match(
      String name, boolean guarded, Access access, Endpoint endpoint, Map<String, String> values) {}

  List<Route> all() {
    return routes;
  }

  /// What answers the method at the path as sent; always something, if only a problem.
  Match find(String method, String rawPath) {
    Match match = literal.get(method + rawPath);
    return match == null ? search(method, rawPath) : match;
  }

  private Match search(String method, String rawPath) {
    List<String> segments;
    try {
      segments = segments(rawPath);
    } catch (IllegalArgumentException e) {
      return new Match("none", false, Access.OPEN, UNREADABLE, Map.of());
    }
    List<Route> there = routes.stream().filter(route -> route.match(segments).isPresent()).toList();
    Optional<Route> found = there.stream().filter(route -> route.answers(method)).findFirst();
    if (found.isPresent()) {
      return match(found.get(), found.get().match(segments).orElseThrow());
    }
    return there.isEmpty()
        ? new Match("none", false, Access.OPEN, NOT_FOUND, Map.of())
        : new Match(
            there.getFirst().path(), false, Access.OPEN, otherwise(method, there), Map.of());
  }

  private static Match match(Route route, Map<String, String> values) {
    return new Match(route.path(), route.guarded(), route.access(), route.endpoint(), values);
  }

  private static Endpoint otherwise(String method, List<Route> there) {
    var allow = HeaderValues.create(HeaderNames.ALLOW, allowed(there));
    if (method.equals("OPTIONS")) {
      return _ -> Answer.empty(204).with(allow);
    }
    return call ->
        Problem.of(Problem.Kind.METHOD_NOT_ALLOWED, "this path takes " + allowed(there))
            .answer(call.requestId())
            .with(allow);
  }

  private static String allowed(List<Route> there) {
    var methods = there.stream().map(Route::method).collect(Collectors.toCollection(TreeSet::new));
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    methods.add("OPTIONS");
    return String.join(", ", methods);
  }

  private static List<String> segments(String rawPath) {
    var segments = new ArrayList<String>();
    for (String segment : rawPath.split("/", -1)) {
      segments.add(UriEncoding.decodeUri(segment));
    }
    return segments;
  }
}
