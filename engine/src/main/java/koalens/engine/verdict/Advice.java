package koalens.engine.verdict;

import koalens.engine.knowledge.ReasonCode;
import koalens.engine.knowledge.Status;

/// What an opinion from outside may change. The one place where it can.
final class Advice {
  private Advice() {}

  /// The finding on an ingredient's own words once somebody had an opinion on it.
  static Finding heard(Finding own, Status opinion) {
    return switch (own.status()) {
      case VEGAN, NON_VEGAN -> own;
      case MAYBE_VEGAN -> spelled(own, opinion);
      case UNKNOWN -> settled(own, opinion);
    };
  }

  private static Finding settled(Finding own, Status opinion) {
    return switch (opinion) {
      case VEGAN -> own.because(ReasonCode.ADVISED_VEGAN);
      case MAYBE_VEGAN -> own.because(ReasonCode.ADVISED_MAYBE);
      case NON_VEGAN -> own.because(ReasonCode.ADVISED_ANIMAL);
      case UNKNOWN -> own;
    };
  }

  // Where the spelling alone is in doubt, a second reader may confirm the animal, never clear it.
  private static Finding spelled(Finding own, Status opinion) {
    boolean confirmed = own.reason() == ReasonCode.MISSPELLED && opinion == Status.NON_VEGAN;
    return confirmed ? own.because(ReasonCode.ADVISED_ANIMAL) : own;
  }

  /// What is left of a vegan ingredient when somebody calls it animal.
  static Finding disputed(Finding vegan, Status opinion) {
    return opinion == Status.NON_VEGAN ? vegan.because(ReasonCode.DISPUTED) : vegan;
  }
}
