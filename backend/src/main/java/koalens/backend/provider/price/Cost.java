package koalens.backend.provider.price;

import java.math.BigDecimal;

/// What a call cost, exactly, in millionths of a US dollar.
///
/// @param input for what the model read, caches included
/// @param output for what it wrote, thinking included
/// @param searches for searches of the web
public record Cost(BigDecimal input, BigDecimal output, BigDecimal searches) {
  /// Nothing.
  public static final Cost NONE = new Cost(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  /// All of it.
  public BigDecimal total() {
    return input.add(output).add(searches);
  }

  /// This and another.
  public Cost plus(Cost other) {
    return new Cost(input.add(other.input), output.add(other.output), searches.add(other.searches));
  }
}
