package koalens.engine.knowledge;

import java.util.List;

/// The languages the engine knows, each with a bit of its own, so that a set of them is one `int`.
/// Immutable.
///
/// @param rules in the order of their bits
record Languages(List<LanguageRules> rules) {
  /// The empty set.
  static final int NONE = 0;

  Languages {
    rules = List.copyOf(rules);
  }

  int count() {
    return rules.size();
  }

  /// The set of all languages.
  int all() {
    return (1 << rules.size()) - 1;
  }

  /// The set of one language; [#NONE] when it is not known.
  int set(String code) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).code().equals(code)) {
        return 1 << i;
      }
    }
    return NONE;
  }

  /// The rules of the one language in the set.
  LanguageRules only(int set) {
    return rules.get(Integer.numberOfTrailingZeros(set));
  }

  /// The code of the language at a place.
  String code(int index) {
    return rules.get(index).code();
  }

  List<String> codes() {
    return rules.stream().map(LanguageRules::code).toList();
  }
}
