package koalens.engine.knowledge;

import java.util.List;

/// How a language builds its words.
///
/// @param code ISO 639-1
/// @param links what may stand between the parts of a compound word; empty when the language writes
///   its compounds apart; a language that joins without any link has the one link `""`
/// @param endings what a name may carry at its end
/// @param heads words too short to be any part of a compound that may yet be its head: *öl*
/// @param headFirst whether of two nouns side by side the first is the thing itself, as in French
record LanguageRules(
    String code, List<String> links, List<String> endings, List<String> heads, boolean headFirst) {
  LanguageRules {
    links = List.copyOf(links);
    endings = List.copyOf(endings);
    heads = List.copyOf(heads);
  }

  boolean writesCompounds() {
    return !links.isEmpty();
  }
}
