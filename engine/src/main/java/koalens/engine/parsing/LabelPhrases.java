package koalens.engine.parsing;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import koalens.engine.packed.EngineFiles;
import koalens.engine.packed.PackedInput;
import koalens.engine.packed.PackedWords;
import koalens.engine.text.Token;
import org.jspecify.annotations.Nullable;

/// How labels are written in every language the engine knows: headings, phrases for traces and
/// claims, abbreviations and units. Immutable and thread-safe.
public final class LabelPhrases {
  private static final String FILE = "labels.bin";
  // The tokens of a word torn at the end of a line: its halves, the hyphen, the break.
  private static final int TORN = 4;
  // Letters of the code of a country or a language.
  private static final int LONGEST_CODE = 3;
  private static final int LONG = 5;
  // Red 2G is E128, yellow 2G is E107.
  private static final String IN_NAMES_OF_DYES = "2g";

  private final PhraseTable table;
  private final PackedWords abbreviations;
  private final PackedWords inner;
  private final PackedWords units;

  private LabelPhrases(
      PhraseTable table, PackedWords abbreviations, PackedWords inner, PackedWords units) {
    this.table = table;
    this.abbreviations = abbreviations;
    this.inner = inner;
    this.units = units;
  }

  /// The phrases the engine was built with.
  static LabelPhrases standard() {
    var stream = EngineFiles.ALL.apply(FILE);
    if (stream == null) {
      throw new IllegalStateException("the engine was built without its label phrases");
    }
    try (var in = new PackedInput(stream)) {
      return new LabelPhrases(
          PhraseTable.read(in), PackedWords.read(in), PackedWords.read(in), PackedWords.read(in));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the engine's label phrases", e);
    }
  }

  /// Compiles phrases into the folder of the engine's resources.
  public static void write(List<LabelPhrase> phrases, Path folder) throws IOException {
    var file = new BufferedOutputStream(Files.newOutputStream(folder.resolve(FILE)));
    try (var out = new DataOutputStream(file)) {
      PhraseTable.of(phrases.stream().filter(phrase -> phrase.kind().saysSomething()).toList())
          .write(out);
      words(phrases, LabelPhrase.Kind.ABBREVIATIONS).write(out);
      words(phrases, LabelPhrase.Kind.INNER).write(out);
      words(phrases, LabelPhrase.Kind.UNITS).write(out);
    }
  }

  private static PackedWords words(List<LabelPhrase> phrases, LabelPhrase.Kind kind) {
    return PackedWords.of(
        phrases.stream()
            .filter(phrase -> phrase.kind() == kind)
            .flatMap(phrase -> phrase.words().stream())
            .distinct()
            .toList());
  }

  boolean isAbbreviation(String word) {
    return abbreviations.number(word) >= 0;
  }

  /// Whether the word's full stop never ends a sentence.
  boolean isInner(String word) {
    return inner.number(word) >= 0;
  }

  boolean isUnit(String word) {
    return units.number(word) >= 0;
  }

  /// Whether the word is an amount printed with its unit as one: `60g`.
  boolean isAmount(String word) {
    if (word.equals(IN_NAMES_OF_DYES)) {
      return false;
    }
    int digits = 0;
    while (digits < word.length() && isOfNumber(word.charAt(digits))) {
      digits++;
    }
    return digits > 0 && digits < word.length() && isUnit(word.substring(digits));
  }

  private static boolean isOfNumber(char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == ',';
  }

  /// The longest phrase that begins at the token, if any: one of the language the words there are
  /// in, else one of several words, which hardly means something else in another language.
  @Nullable LabelPhrase at(List<Token> tokens, int index, Places places) {
    LabelPhrase phrase = beginningWith(tokens.get(index).text(), tokens, index, places);
    String mended = phrase == null ? mended(tokens, index) : null;
    return mended == null ? phrase : beginningWith(mended, tokens, index, places);
  }

  private @Nullable LabelPhrase beginningWith(
      String word, List<Token> tokens, int index, Places places) {
    LabelPhrase foreign = null;
    List<LabelPhrase> known = table.beginningWith(word);
    for (int i = 0; i < known.size(); i++) {
      LabelPhrase phrase = known.get(i);
      if (endOf(phrase, tokens, index) < 0) {
        continue;
      }
      if (places.mayBe(phrase.language(), tokens.get(index).start())) {
        return phrase;
      }
      foreign = foreign == null && travels(phrase) ? phrase : foreign;
    }
    return foreign;
  }

  private static boolean travels(LabelPhrase phrase) {
    return switch (phrase.kind()) {
      case INGREDIENTS -> true;
      case CONTAINS, TRACES, FREE_FROM, VEGAN_CLAIM, NOT_VEGAN, CLAIM, NOTE, OTHER, NUTRITION ->
          phrase.words().size() > 1;
      case BUT, WITH, EXCEPT, ABBREVIATIONS, INNER, UNITS -> false;
    };
  }

  /// The index just after the phrase, or -1 when it does not stand at `index`. Hyphens and line
  /// breaks between its words are passed over, in notes the colon of "allergens: see ingredients in
  /// bold", too, and in long ones their commas.
  static int endOf(LabelPhrase phrase, List<Token> tokens, int index) {
    int at = index;
    List<String> words = phrase.words();
    for (int i = 0; i < words.size(); i++) {
      while (at > index && at < tokens.size() && isPassedOver(phrase, tokens, at)) {
        at++;
      }
      at = endOfWord(words.get(i), tokens, at);
      if (at < 0) {
        return -1;
      }
    }
    return at;
  }

  private static int endOfWord(String word, List<Token> tokens, int at) {
    if (at >= tokens.size()) {
      return -1;
    }
    String text = tokens.get(at).text();
    if (text.equals(word)) {
      return at + 1;
    }
    return word.startsWith(text) && word.equals(mended(tokens, at)) ? at + TORN : -1;
  }

  // "in-" at the end of a line and "nehåller" at the front of the next.
  private static @Nullable String mended(List<Token> tokens, int at) {
    boolean torn =
        at + TORN <= tokens.size()
            && tokens.get(at + 1).kind() == Token.Kind.HYPHEN
            && tokens.get(at + 2).kind() == Token.Kind.LINE
            && tokens.get(at + 3).kind() == Token.Kind.WORD;
    return torn ? tokens.get(at).text() + tokens.get(at + 3).text() : null;
  }

  private static boolean isPassedOver(LabelPhrase phrase, List<Token> tokens, int at) {
    boolean note =
        switch (phrase.kind()) {
          case NOTE, OTHER, NUTRITION -> true;
          default -> false;
        };
    return switch (tokens.get(at).kind()) {
      case LINE, HYPHEN -> true;
      // "SE: Ingredienser" is said in Swedish, not to be seen among the ingredients.
      // "Vegansk: nej" says it too.
      case COLON ->
          phrase.kind() == LabelPhrase.Kind.NOT_VEGAN
              || (note && tokens.get(at - 1).text().length() > LONGEST_CODE);
      case COMMA -> note && phrase.words().size() >= LONG;
      default -> false;
    };
  }
}
