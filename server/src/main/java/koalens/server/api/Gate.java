package koalens.server.api;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import koalens.backend.configure.People;
import koalens.backend.configure.PeopleSettings;
import koalens.backend.people.Caller;
import koalens.backend.people.Grant;
import koalens.backend.people.NotAdmittedException;
import koalens.backend.people.Person;
import koalens.backend.people.Rate;
import koalens.backend.people.RequestRates;

/// Lets callers in: tells who they are, whether the route is theirs, and whether they have asked
/// too much. Thread-safe.
final class Gate {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final People people;
  private final boolean anonymousAllowed;
  private final ClientAddresses addresses;
  private final Clock clock;

  Gate(People people, PeopleSettings settings, Clock clock) {
    this.people = people;
    this.anonymousAllowed = settings.anonymous() == PeopleSettings.Anonymous.ALLOWED;
    this.addresses = new ClientAddresses(settings.trustedProxies(), settings.addressHeader());
    this.clock = clock;
  }

  /// The endpoint's answer to a caller who is let in, with what that caller may still ask.
  ///
  /// @throws ProblemException when they are not let in
  Answer pass(ServerRequest request, Access access, Function<Caller, Answer> endpoint) {
    var limits = new RateLimits();
    addresses.countedAs(request).ifPresent(address -> count("address", "a:" + address, limits));
    Caller caller = caller(request);
    caller.findPerson().ifPresent(person -> count("person", "p:" + person.id(), limits));
    require(access, caller);
    if (access == Access.COUNTED && caller instanceof Caller.Known(var person)) {
      return counted(person, limits, () -> endpoint.apply(caller));
    }
    return endpoint.apply(caller).with(limits.headers());
  }

  /// Refuses an address that registers devices too often.
  ///
  /// @throws ProblemException when it does
  void countRegistration(ServerRequest request) {
    addresses
        .countedAs(request)
        .ifPresent(address ->
            count(
                people.registrations(),
                "device",
                Duration.ofDays(1),
                "d:" + address,
                new RateLimits()));
  }

  private Caller caller(ServerRequest request) {
    Optional<String> shown = request.headers().first(HeaderNames.AUTHORIZATION);
    try {
      return people.doorkeeper().admit(shown);
    } catch (NotAdmittedException e) {
      throw Problem.of(Problem.Kind.UNAUTHENTICATED, String.valueOf(e.getMessage())).exception();
    }
  }

  private void require(Access access, Caller caller) {
    boolean known = !(caller instanceof Caller.Anonymous);
    switch (access) {
      case OPEN -> {}
      case COUNTED -> require(known || anonymousAllowed);
      case PERSON -> {
        require(known);
        allow(caller instanceof Caller.Known, "this is for the person whose data it is");
      }
      case OPERATOR -> {
        require(known);
        allow(caller instanceof Caller.Operator, "this is for operators");
      }
    }
  }

  private static void require(boolean known) {
    if (!known) {
      throw Problem.of(
              Problem.Kind.UNAUTHENTICATED,
              "send Authorization: Bearer; POST /devices gives a token")
          .exception();
    }
  }

  private static void allow(boolean theirs, String otherwise) {
    if (!theirs) {
      throw Problem.of(Problem.Kind.FORBIDDEN, otherwise).exception();
    }
  }

  private void count(String name, String key, RateLimits limits) {
    count(people.requests(), name, MINUTE, key, limits);
  }

  private static void count(
      Optional<RequestRates> rates, String name, Duration window, String key, RateLimits limits) {
    if (rates.isPresent()) {
      Rate rate = rates.get().take(key);
      limits.add(name, window, rate);
      if (!rate.granted()) {
        Problem problem =
            Problem.of(Problem.Kind.TOO_MANY_REQUESTS, "wait as long as Retry-After says");
        throw new ProblemException(problem, limits.headers(rate.resetsIn()));
      }
    }
  }

  private Answer counted(Person person, RateLimits limits, Supplier<Answer> endpoint) {
    Instant now = clock.instant();
    return switch (people.allowance().take(person)) {
      case Grant.Granted granted -> {
        Answer answer = answered(person, granted, endpoint);
        limits.add("month", granted.usage(), now);
        yield answer.with(limits.headers());
      }
      case Grant.Refused(var usage) -> {
        limits.add("month", usage, now);
        Problem problem =
            Problem.of(Problem.Kind.LIMIT_REACHED, "new analyses come at " + usage.resetsAt());
        throw new ProblemException(
            problem, limits.headers(Duration.between(now, usage.resetsAt())));
      }
    };
  }

  // What fails is given back: nobody pays for an answer they did not get.
  private Answer answered(Person person, Grant.Granted granted, Supplier<Answer> endpoint) {
    Answer answer;
    try {
      answer = endpoint.get();
    } catch (RuntimeException | Error e) {
      people.allowance().giveBack(person, granted);
      throw e;
    }
    return answer.whenSettled(status -> {
      if (status >= 400) {
        people.allowance().giveBack(person, granted);
      }
    });
  }
}
