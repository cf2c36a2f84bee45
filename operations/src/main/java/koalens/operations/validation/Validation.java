package koalens.operations.validation;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Asks a server every step of a suite, one after another.
public final class Validation implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int SHOWN_BODY = 2_000;
  private static final List<Integer> PASSING = List.of(502, 503, 504);

  private final Target target;
  private final Sender sender;

  /// A validation of the target.
  public Validation(Target target) {
    this.target = target;
    this.sender = new Sender(target.timeout());
  }

  /// Runs the suite. A server that never answers is asked no further: the steps after the first
  /// patient one that met no server at all are skipped.
  ///
  /// @param progress told of each result as it comes
  public ValidationReport run(Suite suite, Consumer<StepResult> progress)
      throws InterruptedException {
    var results = new ArrayList<StepResult>();
    boolean reachable = true;
    for (Step step : suite.steps()) {
      StepResult result =
          reachable
              ? run(new Request(step, target, suite.resources()))
              : skipped(step, "the server cannot be reached");
      reachable = reachable && !(step.patient() && isUnanswered(result));
      results.add(result);
      progress.accept(result);
    }
    return new ValidationReport(target.base().toString(), results);
  }

  private static boolean isUnanswered(StepResult result) {
    return result.evidence().filter(evidence -> evidence.status() == 0).isPresent();
  }

  private StepResult run(Request request) throws InterruptedException {
    Step step = request.step();
    Optional<String> missing = request.missingVariable();
    if (missing.isPresent()) {
      return skipped(step, "needs a value for " + missing.get());
    }
    if (!target.isTls() && step.expectations().stream().anyMatch(Expectation::needsTls)) {
      return skipped(step, "only over https");
    }
    return ask(request);
  }

  private StepResult ask(Request request) throws InterruptedException {
    long began = System.nanoTime();
    for (int tried = 1; ; tried++) {
      StepResult result = once(request, began);
      if (result.outcome() != Outcome.FAILED || isEnough(request.step(), result, tried, began)) {
        return result;
      }
      Thread.sleep(PAUSE);
    }
  }

  private boolean isEnough(Step step, StepResult result, int tried, long began) {
    if (step.patient()) {
      return since(began).compareTo(target.boot()) >= 0;
    }
    int status = result.evidence().map(StepResult.Evidence::status).orElse(0);
    boolean passing = status == 0 || PASSING.contains(status);
    return !passing || tried > target.retries();
  }

  private StepResult once(Request request, long began) throws InterruptedException {
    Step step = request.step();
    var durations = new ArrayList<Duration>();
    try {
      for (int sent = 1; ; sent++) {
        Answer answer = sender.send(request.build(target.timeout()));
        durations.add(answer.took());
        if (step.skipOn().contains(answer.status())) {
          return skipped(step, "not offered here: status " + answer.status());
        }
        boolean last = sent == step.times();
        List<String> faults =
            faults(step, new Observed(answer, durations, request.variables()), last);
        if (last || !faults.isEmpty()) {
          return judged(request, faults, answer, durations, began);
        }
      }
    } catch (IOException e) {
      return unanswered(request, durations, began, e);
    }
  }

  // Shares of the requests can be told after the last only.
  private static List<String> faults(Step step, Observed observed, boolean last) {
    return step.expectations().stream()
        .filter(expectation -> last || !(expectation instanceof Expectation.Latency))
        .map(expectation -> expectation.fault(observed))
        .flatMap(Optional::stream)
        .toList();
  }

  private static StepResult judged(
      Request request, List<String> faults, Answer answer, List<Duration> durations, long began) {
    boolean passed = faults.isEmpty();
    String body = answer.body();
    String shown = body.length() > SHOWN_BODY ? body.substring(0, SHOWN_BODY) + "…" : body;
    return new StepResult(
        request.step().name(),
        passed ? Outcome.PASSED : Outcome.FAILED,
        faults,
        since(began),
        durations,
        passed
            ? Optional.empty()
            : Optional.of(new StepResult.Evidence(request.curl(), answer.status(), shown)));
  }

  private static StepResult unanswered(
      Request request, List<Duration> durations, long began, IOException e) {
    String kind = e.getClass().getSimpleName();
    String detail = e.getMessage() == null ? kind : kind + ": " + e.getMessage();
    return new StepResult(
        request.step().name(),
        Outcome.FAILED,
        List.of("no answer: " + detail),
        since(began),
        durations,
        Optional.of(new StepResult.Evidence(request.curl(), 0, "")));
  }

  private static StepResult skipped(Step step, String reason) {
    return new StepResult(
        step.name(), Outcome.SKIPPED, List.of(reason), Duration.ZERO, List.of(), Optional.empty());
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  @Override
  public void close() {
    sender.close();
  }
}
