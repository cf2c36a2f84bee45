package koalens.engine.text;

import java.util.Optional;
import java.util.function.UnaryOperator;

/// Folds spellings that mean the same to one: lower case, composed letters, no invisible or
/// direction-changing characters, Latin letters without the accents that labels often drop.
///
/// The letters å, ä, ö, ø, æ and ü stay: they tell words apart. ß is read as ss and œ as oe, as
/// capitals and plain typing write them; Greek letters by their names (*β-carotene*). Thread-safe.
public final class Folding {
  private static final String FOLDABLE =
      "àáâãçèéêëìíîïðñòóôõùúûýþÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĵķĺļľłńņňŋ"
          + "ōŏőŕŗřśŝşšţťŧũūŭůűųŵŷźżžơưǎǐǒǔǖǘǚǜǟǡǧǩǫǭǰǵǹǻȁȃȅȇȉȋȍȏȑȓȕȗșțȟȧ"
          + "ȩȫȭȯȱȳ";
  private static final String FOLDED =
      "aaaaceeeeiiiidnoooouuuytyaaaccccddeeeeegggghhiiiiijkllllnnnn"
          + "ooorrrsssstttuuuuuuwyzzzouaiouuuuuaagkoojgnaaaeeiioorruustha"
          + "eooooy";
  private static final char[] TABLE = table();
  // A picture of milk is not nothing: what no alphabet holds counts as a word nobody knows.
  private static final char PICTURE = '\u0298';

  private final UnaryOperator<String> compose;

  /// @param compose compatibility composition (NFKC) of a short text; injected so that the engine
  ///   also runs where `java.text.Normalizer` is missing
  public Folding(UnaryOperator<String> compose) {
    this.compose = compose;
  }

  /// The text folded, with the place each folded character came from. Never fails: what cannot be
  /// read, such as half a surrogate pair, becomes a space.
  public FoldedText fold(String text) {
    var folded = new FoldedText.Builder(text.length());
    for (int i = 0; i < text.length(); ) {
      Optional<MarkupTag> tag = text.charAt(i) == '<' ? MarkupTag.at(text, i) : Optional.empty();
      if (tag.isPresent()) {
        folded.skip(tag.get());
        i = tag.get().end();
        continue;
      }
      int next = clusterEnd(text, i);
      if (next == i + 1 && text.charAt(i) < TABLE.length) {
        appendLetter(folded, text.charAt(i), i);
      } else {
        appendCluster(folded, text, i, next);
      }
      i = next;
    }
    return folded.build(text.length());
  }

  private void appendCluster(FoldedText.Builder folded, String text, int start, int end) {
    if (Character.isSupplementaryCodePoint(text.codePointAt(start))) {
      folded.append(PICTURE, start);
      return;
    }
    String composed = compose.apply(text.substring(start, end));
    for (int i = 0; i < composed.length(); i++) {
      appendLetter(folded, composed.charAt(i), start);
    }
  }

  private static void appendLetter(FoldedText.Builder folded, char character, int origin) {
    switch (character) {
      case '\u00DF', '\u1E9E' -> append(folded, "ss", origin);
      case '\u0152', '\u0153' -> append(folded, "oe", origin);
      case '\u03B1' -> append(folded, "alpha", origin);
      case '\u03B2' -> append(folded, "beta", origin);
      case '\u03B3' -> append(folded, "gamma", origin);
      case '\u03B4' -> append(folded, "delta", origin);
      case '\u03C9' -> append(folded, "omega", origin);
      case '\u03BC' -> append(folded, "\u00B5", origin);
      default -> append(folded, fold(character), origin);
    }
  }

  private static void append(FoldedText.Builder folded, String letters, int origin) {
    for (int i = 0; i < letters.length(); i++) {
      folded.append(letters.charAt(i), origin);
    }
  }

  private static void append(FoldedText.Builder folded, char character, int origin) {
    if (character != 0) {
      folded.append(character, origin);
    }
  }

  private static int clusterEnd(String text, int start) {
    int end = start + Character.charCount(text.codePointAt(start));
    while (end < text.length() && isCombining(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isCombining(char character) {
    return character >= '\u0300' && character <= '\u036F';
  }

  private static char fold(char character) {
    return character < TABLE.length ? TABLE[character] : foldRare(character);
  }

  private static char foldRare(char character) {
    if (isInvisible(character)) {
      return 0;
    }
    if (Character.isSurrogate(character)) {
      return ' ';
    }
    return switch (character) {
      case '\u2018', '\u2019', '\u201B', '\u2032', '\u02BC' -> '\'';
      case '\u201C', '\u201D', '\u201E', '\u2033' -> '"';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> '-';
      case '\u2022', '\u2023', '\u2043', '\u25AA', '\u25CF', '\u25E6' -> '\u00B7';
      case '\u2028' -> '\n';
      case '\u2029' -> '\n';
      default -> Character.isWhitespace(character) ? ' ' : Character.toLowerCase(character);
    };
  }

  // Soft hyphens, zero-width marks and direction controls: seen in pasted text, never printed.
  private static boolean isInvisible(char character) {
    return character == '\u00AD'
        || character == '\uFEFF'
        || (character >= '\u200B' && character <= '\u200F')
        || (character >= '\u202A' && character <= '\u202E')
        || (character >= '\u2060' && character <= '\u206F')
        || (character >= '\uFE00' && character <= '\uFE0F')
        || isCombining(character);
  }

  private static char[] table() {
    var table = new char[0x250];
    for (char c = 0; c < table.length; c++) {
      table[c] = tableEntry(c);
    }
    for (int i = 0; i < FOLDABLE.length(); i++) {
      table[FOLDABLE.charAt(i)] = FOLDED.charAt(i);
    }
    for (char c = 0; c < table.length; c++) {
      char lower = Character.toLowerCase(c);
      table[c] = lower == c || lower >= table.length ? table[c] : table[lower];
    }
    return table;
  }

  private static char tableEntry(char character) {
    if (character == '\n' || character == '\u0085') {
      return '\n';
    }
    if (character == '\u00AD') {
      return 0;
    }
    if (character < ' ' || character == '\u007F' || character == '\u00A0') {
      return ' ';
    }
    return character == '`' || character == '\u00B4' ? '\'' : Character.toLowerCase(character);
  }
}
