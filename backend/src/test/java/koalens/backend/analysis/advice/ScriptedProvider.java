package koalens.backend.analysis.advice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import koalens.backend.provider.Attempt;
import koalens.backend.provider.AttemptListener;
import koalens.backend.provider.AttemptOutcome;
import koalens.backend.provider.CircuitState;
import koalens.backend.provider.Completion;
import koalens.backend.provider.Deadline;
import koalens.backend.provider.Failure;
import koalens.backend.provider.FailureKind;
import koalens.backend.provider.ModelCapabilities;
import koalens.backend.provider.Prompt;
import koalens.backend.provider.Provider;
import koalens.backend.provider.ProviderException;
import koalens.backend.provider.ProviderName;
import koalens.backend.provider.Reply;
import koalens.backend.provider.Usage;
import koalens.engine.knowledge.Status;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A provider that answers as it is told, to reach answers no real one gives on demand.
final class ScriptedProvider implements Provider {
  private final ProviderName name;
  private final Function<List<String>, IngredientAnswers> script;
  private final Optional<FailureKind> failure;
  private final boolean awaiting;
  private Duration joined = Duration.ZERO;
  private final List<Duration> times = Collections.synchronizedList(new ArrayList<>());
  private final List<Prompt<?>> prompts = Collections.synchronizedList(new ArrayList<>());

  private ScriptedProvider(
      ProviderName name,
      Function<List<String>, IngredientAnswers> script,
      Optional<FailureKind> failure,
      boolean awaiting) {
    this.name = name;
    this.script = script;
    this.failure = failure;
    this.awaiting = awaiting;
  }

  /// Says the same of every ingredient.
  static ScriptedProvider saying(ProviderName name, Status status) {
    return answering(
        name,
        names ->
            new IngredientAnswers(
                names.stream()
                    .map(one -> new IngredientAnswers.Answered(one, status, "so it is"))
                    .toList()));
  }

  static ScriptedProvider answering(
      ProviderName name, Function<List<String>, IngredientAnswers> script) {
    return new ScriptedProvider(name, script, Optional.empty(), false);
  }

  /// Says the same of every ingredient, each time as if somebody else had asked it already.
  static ScriptedProvider awaiting(ProviderName name, Status status) {
    return new ScriptedProvider(name, saying(name, status).script, Optional.empty(), true);
  }

  static ScriptedProvider failing(ProviderName name, FailureKind kind) {
    return new ScriptedProvider(
        name, _ -> new IngredientAnswers(List.of()), Optional.of(kind), false);
  }

  /// The same, but another caller has the same call under way for that long.
  ScriptedProvider joining(Duration wait) {
    joined = wait;
    return this;
  }

  private void join(AttemptListener listener) {
    listener.joined(name, model());
    try {
      Thread.sleep(joined);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  int calls() {
    return prompts.size();
  }

  /// The ingredients asked about in the call.
  List<String> asked(int call) {
    return names(prompts.get(call));
  }

  /// How long the call might have taken.
  Duration time(int call) {
    return times.get(call);
  }

  Prompt<?> prompt(int call) {
    return prompts.get(call);
  }

  private static List<String> names(Prompt<?> prompt) {
    JsonNode document = new JsonMapper().readTree(prompt.text());
    return StreamSupport.stream(document.get("ingredients").spliterator(), false)
        .map(JsonNode::asString)
        .toList();
  }

  @Override
  public ProviderName name() {
    return name;
  }

  @Override
  public String model() {
    return name.word() + "-model";
  }

  @Override
  public ModelCapabilities capabilities() {
    return new ModelCapabilities(name.word(), false, false, false, ModelCapabilities.Thinking.NONE);
  }

  @Override
  public <A extends Record> Completion<A> complete(
      Prompt<A> prompt, Deadline deadline, AttemptListener listener) {
    prompts.add(prompt);
    times.add(deadline.remaining());
    if (joined.isPositive()) {
      join(listener);
    }
    var attempt =
        new Attempt(
            name,
            model(),
            1,
            Attempt.Cause.FIRST,
            Instant.now(),
            Duration.ZERO,
            deadline.remaining());
    if (awaiting) {
      listener.joined(name, model());
      return new Completion<>(answer(prompt), reply(), 1, false, true);
    }
    listener.started(attempt);
    if (failure.isPresent()) {
      var failed = Failure.of(failure.get());
      listener.ended(attempt, new AttemptOutcome.Failed(failed, Duration.ofMillis(3)));
      throw new ProviderException(name, model(), failed);
    }
    Reply reply = reply();
    listener.ended(attempt, new AttemptOutcome.Answered(reply, Duration.ofMillis(3)));
    return new Completion<>(answer(prompt), reply, 1, false, false);
  }

  private Reply reply() {
    return new Reply(
        "{}",
        Usage.of(100, 20),
        "{}",
        Optional.of("request-1"),
        model() + "-served",
        "STOP",
        Optional.empty());
  }

  private <A extends Record> A answer(Prompt<A> prompt) {
    return prompt.schema().type().cast(script.apply(names(prompt)));
  }

  @Override
  public long countTokens(Prompt<?> prompt, Deadline deadline) {
    return 0;
  }

  @Override
  public CircuitState circuit() {
    return CircuitState.CLOSED;
  }

  @Override
  public void close() {}
}
