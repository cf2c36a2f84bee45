package koalens.backend.comparison;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import koalens.backend.comparison.log.Arm;
import koalens.backend.comparison.log.Intake;
import koalens.backend.comparison.log.Outcome;
import koalens.backend.comparison.log.Role;
import koalens.backend.comparison.log.Served;
import koalens.backend.experiment.statistics.Agreement;
import koalens.backend.experiment.statistics.Interval;
import koalens.backend.experiment.statistics.PairedProportions;
import koalens.backend.experiment.statistics.Proportion;

/// A comparison with all it rests on. Immutable.
///
/// @param decision what to do, and why
/// @param checks whether the experiment is sound
/// @param gates what each provider passes; empty when the experiment is not sound
/// @param strata the figures by modality
/// @param roles how many calls of each provider were made why
/// @param intake what was read, and what was not used
/// @param policy by what rules it was decided
/// @param day the last day in the log: prices are those of this day
/// @param priceBook the version of the prices
public record Report(
    Decision decision,
    List<Check> checks,
    List<Gate> gates,
    List<Figures> strata,
    Map<Role, Map<Arm, Long>> roles,
    Intake intake,
    Policy policy,
    LocalDate day,
    String priceBook) {
  /// Copies the collections.
  public Report {
    checks = List.copyOf(checks);
    gates = List.copyOf(gates);
    strata = List.copyOf(strata);
    roles = Map.copyOf(roles);
  }

  /// The figures of one modality.
  ///
  /// @param modality which
  /// @param paired whether both were sent the same analyses
  /// @param analyses how many
  /// @param gemini the one provider
  /// @param claude the other
  /// @param contrasts how they differ
  /// @param agreement how often pairs got the same verdict; only of pairs
  /// @param pairedTimes how their times differ on the same analyses; only of pairs
  /// @param served the second view: who answered in the end, whoever was assigned
  /// @param prices what an analysis costs, as logged, now and as announced
  /// @param traffic how many calls over time
  /// @param sequences what was known after how many
  public record Figures(
      String modality,
      boolean paired,
      int analyses,
      Provider gemini,
      Provider claude,
      List<Contrast> contrasts,
      Optional<Flips> agreement,
      Optional<PairedTimes> pairedTimes,
      List<ServedBy> served,
      List<PriceView> prices,
      Traffic traffic,
      List<Sequence> sequences) {
    /// Copies the lists.
    public Figures {
      contrasts = List.copyOf(contrasts);
      served = List.copyOf(served);
      prices = List.copyOf(prices);
      sequences = List.copyOf(sequences);
    }

    /// Of that provider.
    public Provider of(Arm arm) {
      return arm == Arm.GEMINI ? gemini : claude;
    }
  }

  /// One provider's figures.
  ///
  /// @param arm which
  /// @param calls how many
  /// @param joined how many of them awaited the call of another analysis, which alone counts
  /// @param items of how many labels; a call that does not say has one of its own
  /// @param flips another verdict than the last time on the same label, of those asked again
  /// @param outcomes how the others ended
  /// @param failures without a valid answer
  /// @param wrong other than true, of those where the truth is known
  /// @param critical called vegan, of those that are not
  /// @param times quantiles of the time, in milliseconds; infinite where failures reach
  /// @param meanCost of an analysis, in micro-dollars; no number when it is not known
  /// @param costOfSuccess of a valid answer, in micro-dollars; infinite without any
  public record Provider(
      Arm arm,
      int calls,
      long joined,
      int items,
      Proportion flips,
      Map<Outcome, Long> outcomes,
      Proportion failures,
      Proportion wrong,
      Proportion critical,
      List<Quantile> times,
      double meanCost,
      double costOfSuccess) {
    /// Copies the collections.
    public Provider {
      outcomes = Map.copyOf(outcomes);
      times = List.copyOf(times);
    }
  }

  /// A quantile with the interval of its order statistics, at one look.
  ///
  /// @param probability which
  /// @param value in milliseconds
  /// @param interval at 95 %
  public record Quantile(double probability, double value, Interval interval) {}

  /// How the providers differ.
  ///
  /// @param name by what
  /// @param kind whether by difference or by ratio
  /// @param gemini its value
  /// @param claude its value
  /// @param difference gemini less, or divided by, claude
  /// @param interval what is possible, at this and every other look
  /// @param oneLook the classical interval or test beside it; empty where there is none
  public record Contrast(
      String name,
      Metric.Kind kind,
      double gemini,
      double claude,
      double difference,
      Interval interval,
      String oneLook) {}

  /// How the times of the same analyses differ, at one look.
  ///
  /// @param pairs of how many analyses both times are known
  /// @param ratio by what factor gemini's time typically exceeds claude's, from 0 to infinity:
  ///   Hodges and Lehmann's estimate
  /// @param interval of the factor, at 95 %
  /// @param p of neither being the slower: Wilcoxon's signed rank test
  public record PairedTimes(long pairs, double ratio, Interval interval, double p) {}

  /// Who said what of the same analyses.
  ///
  /// @param table gemini by row, claude by column, in the order of the verdicts
  /// @param wrong pairs of which the truth is known, wrong by both, one or none
  /// @param flipped the items on which they differ, the first of them
  /// @param flips how many there are
  public record Flips(Agreement table, PairedProportions wrong, List<Flip> flipped, long flips) {
    /// Copies the list.
    public Flips {
      flipped = List.copyOf(flipped);
    }
  }

  /// An item on which they differ.
  ///
  /// @param item its hash as in the log
  /// @param gemini what the one said
  /// @param claude what the other said
  /// @param truth what is true, or `none`
  public record Flip(String item, String gemini, String claude, String truth) {}

  /// What people were answered by one who answered in the end. No comparison: who comes to answer
  /// instead gets other labels than who was assigned.
  ///
  /// @param served who answered
  /// @param ofGemini how many analyses assigned to gemini
  /// @param ofClaude how many assigned to claude
  /// @param wrong answered other than true, of those where the truth is known
  /// @param critical answered vegan, of those that are not
  public record ServedBy(
      Served served, long ofGemini, long ofClaude, Proportion wrong, Proportion critical) {}

  /// What an analysis costs.
  ///
  /// @param name at which prices
  /// @param gemini mean, in micro-dollars; no number where a model is in no price book
  /// @param claude mean
  /// @param ratio gemini divided by claude, at every look
  public record PriceView(String name, double gemini, double claude, Optional<Interval> ratio) {}

  /// Calls over time.
  ///
  /// @param from the first moment, in milliseconds since 1970
  /// @param width of each stretch, in milliseconds
  /// @param gemini calls in each stretch
  /// @param claude calls in each stretch
  public record Traffic(long from, long width, List<Integer> gemini, List<Integer> claude) {
    /// Copies the lists.
    public Traffic {
      gemini = List.copyOf(gemini);
      claude = List.copyOf(claude);
    }
  }

  /// What was known of a metric over time.
  ///
  /// @param metric which
  /// @param steps after how many
  public record Sequence(Metric metric, List<Step> steps) {
    /// Copies the list.
    public Sequence {
      steps = List.copyOf(steps);
    }
  }

  /// One look.
  ///
  /// @param analyses after how many
  /// @param value the difference or ratio
  /// @param interval what was possible
  public record Step(long analyses, double value, Interval interval) {}
}
