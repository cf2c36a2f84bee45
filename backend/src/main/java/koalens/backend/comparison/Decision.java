package koalens.backend.comparison;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import koalens.backend.comparison.log.Arm;

/// What to do. Each tells its reasons.
public sealed interface Decision {
  /// Why, in sentences.
  List<String> reasons();

  /// In a few words: `PROMOTE gemini`.
  String headline();

  /// One provider passes every gate and is better.
  ///
  /// @param arm which
  record Promote(Arm arm, List<String> reasons) implements Decision {
    /// Copies the list.
    public Promote {
      reasons = List.copyOf(reasons);
    }

    @Override
    public String headline() {
      return "PROMOTE " + arm.word();
    }
  }

  /// Neither is worse by more than the margins.
  ///
  /// @param cheaper the one shown to be cheaper, if any is
  record Equivalent(Optional<Arm> cheaper, List<String> reasons) implements Decision {
    /// Copies the list.
    public Equivalent {
      reasons = List.copyOf(reasons);
    }

    @Override
    public String headline() {
      return cheaper
          .map(arm -> "EQUIVALENT: cheaper is " + arm.word())
          .orElse("EQUIVALENT: neither is shown to be cheaper");
    }
  }

  /// The evidence does not reach yet.
  ///
  /// @param more about how many more analyses, if they go on like these
  record KeepCollecting(OptionalLong more, List<String> reasons) implements Decision {
    /// Copies the list.
    public KeepCollecting {
      reasons = List.copyOf(reasons);
    }

    @Override
    public String headline() {
      return more.isPresent()
          ? "KEEP COLLECTING (about %,d more)".formatted(more.getAsLong()).replace(',', ' ')
          : "KEEP COLLECTING";
    }
  }

  /// Each fails a gate: no number of analyses decides, only people can.
  record TradeOff(List<String> reasons) implements Decision {
    /// Copies the list.
    public TradeOff {
      reasons = List.copyOf(reasons);
    }

    @Override
    public String headline() {
      return "TRADE-OFF: each is worse at something";
    }
  }

  /// The experiment is broken: its numbers mean nothing.
  record Invalid(List<String> reasons) implements Decision {
    /// Copies the list.
    public Invalid {
      reasons = List.copyOf(reasons);
    }

    @Override
    public String headline() {
      return "INVALID";
    }
  }
}
