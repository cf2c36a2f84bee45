package koalens.engine.verdict;

import java.util.Optional;

/// How a label is to be judged.
///
/// @param language the language it is said to be in, as ISO 639-1 code; clear words outweigh it
/// @param policy which doubts decide
public record LabelOptions(Optional<String> language, Policy policy) {

  /// No language said, every doubt counts.
  public static final LabelOptions STANDARD = new LabelOptions(Optional.empty(), Policy.STRICT);

  /// The same for a label said to be in the language.
  public LabelOptions in(String code) {
    return new LabelOptions(Optional.of(code), policy);
  }

  /// The same under another policy.
  public LabelOptions under(Policy other) {
    return new LabelOptions(language, other);
  }
}
