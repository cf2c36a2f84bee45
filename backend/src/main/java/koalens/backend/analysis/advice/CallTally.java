package koalens.backend.analysis.advice;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import koalens.backend.provider.Attempt;
import koalens.backend.provider.AttemptListener;
import koalens.backend.provider.AttemptOutcome;
import koalens.backend.provider.Reply;
import koalens.backend.provider.Usage;

/// Adds up what the attempts of one call cost, and passes each on. Used by one thread.
final class CallTally implements AttemptListener {
  private final Call call;
  private final Prices prices;
  private final ConsultationListener listener;
  private Spent spent = Spent.NOTHING;

  CallTally(Call call, Prices prices, ConsultationListener listener) {
    this.call = call;
    this.prices = prices;
    this.listener = listener;
  }

  Spent spent() {
    return spent;
  }

  @Override
  public void started(Attempt attempt) {}

  @Override
  public void ended(Attempt attempt, AttemptOutcome outcome) {
    Optional<Reply> reply = reply(outcome);
    OptionalLong cost =
        reply.isPresent() ? cost(attempt, reply.get(), attempt.start()) : OptionalLong.empty();
    Usage usage = reply.map(Reply::usage).orElse(Usage.NONE);
    Duration took = outcome.took();
    spent = spent.and(new Spent(1, took, usage.input(), usage.output(), cost.orElse(0)));
    listener.attempted(call, attempt, outcome, cost);
  }

  // A provider charges for answers that are of no use to us, too.
  static Optional<Reply> reply(AttemptOutcome outcome) {
    return switch (outcome) {
      case AttemptOutcome.Answered(var reply, _) -> Optional.of(reply);
      case AttemptOutcome.Failed(var failure, _) -> failure.reply();
    };
  }

  private OptionalLong cost(Attempt attempt, Reply reply, Instant at) {
    return prices.micros(attempt.provider(), attempt.model(), reply.usage(), at);
  }
}
