package koalens.backend.analysis.advice;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import koalens.backend.provider.Attempt;
import koalens.backend.provider.AttemptListener;
import koalens.backend.provider.AttemptOutcome;
import koalens.backend.provider.ProviderName;
import koalens.backend.provider.Reply;
import koalens.backend.provider.Usage;

/// Adds up what the attempts of one call cost, and passes each on. Thread-safe: an attempt that
/// nobody waits for any more ends on a thread of its own.
final class CallTally implements AttemptListener {
  private final Call call;
  private final Prices prices;
  private final ConsultationListener listener;
  private Spent spent = Spent.NOTHING;
  private OptionalLong joinedAt = OptionalLong.empty();

  CallTally(Call call, Prices prices, ConsultationListener listener) {
    this.call = call;
    this.prices = prices;
    this.listener = listener;
  }

  synchronized Spent spent() {
    endJoined();
    return spent;
  }

  @Override
  public synchronized void started(Attempt attempt) {
    endJoined();
  }

  // Somebody else's call is a call under way too.
  private void endJoined() {
    if (joinedAt.isPresent()) {
      add(Spent.joined(Duration.ofNanos(System.nanoTime() - joinedAt.getAsLong())));
      joinedAt = OptionalLong.empty();
    }
  }

  @Override
  public void ended(Attempt attempt, AttemptOutcome outcome) {
    Optional<Reply> reply = reply(outcome);
    Optional<Charge> charge = reply.flatMap(one -> charge(attempt, one));
    Usage usage = reply.map(Reply::usage).orElse(Usage.NONE);
    add(
        new Spent(
            1,
            0,
            outcome.took(),
            usage.input(),
            usage.output(),
            charge.map(Charge::micros).orElse(0L)));
    listener.attempted(call, attempt, outcome, charge);
  }

  @Override
  public synchronized void joined(ProviderName provider, String model) {
    endJoined();
    joinedAt = OptionalLong.of(System.nanoTime());
  }

  private synchronized void add(Spent more) {
    spent = spent.and(more);
  }

  // A provider charges for answers that are of no use to us, too.
  static Optional<Reply> reply(AttemptOutcome outcome) {
    return switch (outcome) {
      case AttemptOutcome.Answered(var reply, _) -> Optional.of(reply);
      case AttemptOutcome.Failed(var failure, _) -> failure.reply();
    };
  }

  // A name such as `gemini-flash-latest` has no price; what answered under it has.
  private Optional<Charge> charge(Attempt attempt, Reply reply) {
    return Stream.of(reply.modelServed(), attempt.model())
        .flatMap(model ->
            prices.charge(attempt.provider(), model, reply.usage(), attempt.start()).stream())
        .findFirst();
  }
}
