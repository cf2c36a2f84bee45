package koalens.emulator.scenario;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What is true of every ingredient in the emulated world. Both providers share it; each errs on
/// its own. Immutable.
public final class Truth {
  private static final double VEGAN_SHARE = 0.6;
  private static final double NON_VEGAN_SHARE = 0.9;

  private final Map<String, VeganStatus> known;
  private final long seed;

  private Truth(Map<String, VeganStatus> known, long seed) {
    this.known = known;
    this.seed = seed;
  }

  /// What the table says; of all other names six in ten are vegan, three not, one may be either,
  /// drawn from the seed and the name.
  ///
  /// @param known name, in any case → what is true of it
  public static Truth of(Map<String, VeganStatus> known, long seed) {
    var folded = new HashMap<String, VeganStatus>();
    known.forEach((name, status) -> folded.put(fold(name), status));
    return new Truth(Map.copyOf(folded), seed);
  }

  /// What is true of an ingredient of this name.
  public VeganStatus of(String name) {
    VeganStatus status = known.get(fold(name));
    return status == null ? drawn(name) : status;
  }

  private VeganStatus drawn(String name) {
    double at = Dice.of(seed, fold(name)).share();
    if (at < VEGAN_SHARE) {
      return VeganStatus.VEGAN;
    }
    return at < NON_VEGAN_SHARE ? VeganStatus.NON_VEGAN : VeganStatus.MAYBE_VEGAN;
  }

  private static String fold(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
