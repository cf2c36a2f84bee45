package koalens.backend.provider.price;

import java.util.Locale;

/// How well a price is known.
public enum PriceEvidence {
  /// It was read in a list of prices.
  LISTED,
  /// It was not read; bills of real calls agree with it in the kinds of token they hold.
  CHARGED,
  /// Neither: it was written down from memory.
  RECALLED;

  /// The word used in files and logs.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
