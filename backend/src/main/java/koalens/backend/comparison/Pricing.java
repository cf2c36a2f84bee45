package koalens.backend.comparison;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import koalens.backend.comparison.log.Arm;
import koalens.backend.comparison.log.Call;
import koalens.backend.comparison.log.Outcome;
import koalens.backend.provider.ProviderName;
import koalens.backend.provider.price.Price;
import koalens.backend.provider.price.PriceBook;

/// What logged calls would cost on a day. Attempts of a call are priced together, and cache writes
/// as those for five minutes. Not thread-safe.
final class Pricing {
  private static final long TIERS_FROM = 50_000;

  private final PriceBook book;

  Pricing(PriceBook book) {
    this.book = book;
  }

  String version() {
    return book.version();
  }

  /// The cost of each call on the day, in micro-dollars; no number where the model is in no book,
  /// or an answer's tokens are not said. What failed without any cost nothing.
  Series costs(Side side, LocalDate day) {
    Set<String> models = side.models();
    models.remove("");
    String only = models.size() == 1 ? models.iterator().next() : "";
    Map<String, Rates> byModel = new HashMap<>();
    models.forEach(model -> byModel.put(model, rates(side.arm(), model, TIERS_FROM, day)));
    double[] costs = new double[side.size()];
    for (int i = 0; i < costs.length; i++) {
      Call call = side.calls().get(i);
      // What failed may not say its model.
      String model = call.model().isEmpty() ? only : call.model();
      Rates rates =
          call.inputTokens() > TIERS_FROM
              ? rates(call.arm(), model, call.inputTokens(), day)
              : byModel.getOrDefault(model, Rates.NONE);
      costs[i] = cost(call, rates);
    }
    return Series.of(costs);
  }

  private static double cost(Call call, Rates rates) {
    if (call.inputTokens() + call.outputTokens() > 0) {
      return rates.of(call);
    }
    boolean isFailure = call.outcome() != Outcome.UNKNOWN && !call.outcome().isAnswer();
    return isFailure && !call.isJoined() ? 0 : Double.NaN;
  }

  private Rates rates(Arm arm, String model, long tokens, LocalDate day) {
    return book.price(name(arm), model, tokens, day).map(Rates::of).orElse(Rates.NONE);
  }

  /// The days after that one on which a price of the models changes.
  SortedSet<LocalDate> changesAfter(Stratum stratum, LocalDate day) {
    var days = new TreeSet<LocalDate>();
    Stream.of(stratum.gemini(), stratum.claude())
        .forEach(side ->
            side.models()
                .forEach(model -> days.addAll(book.changesAfter(name(side.arm()), model, day))));
    return days;
  }

  private static ProviderName name(Arm arm) {
    return switch (arm) {
      case GEMINI -> ProviderName.GEMINI;
      case CLAUDE -> ProviderName.CLAUDE;
    };
  }

  /// Micro-dollars for a token.
  private record Rates(double input, double output, double cacheRead, double cacheWrite) {
    private static final Rates NONE = new Rates(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    private static Rates of(Price price) {
      return new Rates(
          price.input().doubleValue(),
          price.output().doubleValue(),
          price.cacheRead().orElse(price.input()).doubleValue(),
          price.cacheWriteShort().orElse(price.input()).doubleValue());
    }

    private double of(Call call) {
      int plain =
          Math.max(0, call.inputTokens() - call.cacheReadTokens() - call.cacheWriteTokens());
      return plain * input
          + call.outputTokens() * output
          + call.cacheReadTokens() * cacheRead
          + call.cacheWriteTokens() * cacheWrite;
    }
  }
}
