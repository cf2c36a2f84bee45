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
  private static final String VOWELS = "aeiouyåäöæøáàâãéèêëíìîïóòôõúùûüýąęœ";

  LanguageRules {
    links = List.copyOf(links);
    endings = List.copyOf(endings);
    heads = List.copyOf(heads);
  }

  boolean writesCompounds() {
    return !links.isEmpty();
  }

  /// Whether the word has that ending behind its first letters. A lone n or r needs a letter to
  /// lean on: "kalkn" is a misprint, of "kalkun" perhaps, and no form of "kalk".
  ///
  /// @param stem how many letters come before
  static boolean isEnding(String word, int stem, String ending) {
    return word.length() - stem == ending.length()
        && word.startsWith(ending, stem)
        && (ending.length() > 1 || leans(word.charAt(stem - 1), ending.charAt(0)));
  }

  private static boolean leans(char before, char ending) {
    return switch (ending) {
      case 'n' -> isVowel(before) || before == 'l' || before == 'r';
      case 'r' -> isVowel(before);
      default -> true;
    };
  }

  /// Whether it can be the heart of a syllable.
  static boolean isVowel(char letter) {
    return VOWELS.indexOf(letter) >= 0;
  }
}
