package koalens.backend.provider.price;

import java.math.BigDecimal;

/// How a call is served, which changes its price. Source: both providers' price pages, 2026-11.
public enum Service {
  /// At once.
  STANDARD("1"),
  /// Within a day, many together.
  BATCH("0.5"),
  /// When there is room; Gemini only.
  FLEX("0.5"),
  /// Before others; Gemini only.
  PRIORITY("1.8"),
  /// In the United States only; Claude only.
  UNITED_STATES("1.1");

  private final BigDecimal factor;

  Service(String factor) {
    this.factor = new BigDecimal(factor);
  }

  /// What the price of tokens is multiplied by.
  public BigDecimal factor() {
    return factor;
  }
}
