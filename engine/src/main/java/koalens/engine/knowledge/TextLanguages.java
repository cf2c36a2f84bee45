package koalens.engine.knowledge;

import java.util.List;
import java.util.Optional;
import koalens.engine.text.Token;

/// Which language each stretch of a text is written in.
///
/// Every word speaks for the languages it is common in, the louder the fewer they are, and is heard
/// by its neighbours: less with every word between, much less across the end of a sentence. So a
/// label that says the same in four languages is read in four languages. Time and memory are linear
/// in the number of tokens. Immutable once made; thread-safe.
public final class TextLanguages {
  private static final float WORD_FADES = 0.88f;
  private static final float SENTENCE_FADES = 0.35f;
  private static final float TEXT_HEARD = 0.12f;
  private static final float CLOSE = 0.8f;
  private static final float LEAST = 0.2f;
  private static final float HINT = 14f;
  private static final int SURE = 3;
  private static final int SHORT_WORD = 3;

  private final Languages languages;
  private final int[] starts;
  private final int[] sets;
  private final int document;
  private final boolean unsure;
  private final Optional<String> main;

  private TextLanguages(
      Languages languages,
      int[] starts,
      int[] sets,
      int document,
      boolean unsure,
      Optional<String> main) {
    this.languages = languages;
    this.starts = starts;
    this.sets = sets;
    this.document = document;
    this.unsure = unsure;
    this.main = main;
  }

  /// The language most of the text is in, as ISO 639-1 code, when its words tell.
  public Optional<String> main() {
    return main;
  }

  /// The languages the words at a place are written in; several when they cannot be told apart.
  ///
  /// @param place in the text, in UTF-16 units
  int at(int place) {
    int found = java.util.Arrays.binarySearch(starts, place);
    int index = found >= 0 ? found : -found - 2;
    return index < 0 || sets.length == 0 ? Languages.NONE : sets[index];
  }

  /// Whether the words at a place may be in the language: they are, or no language could be told.
  ///
  /// @param code ISO 639-1
  /// @param place in the text, in UTF-16 units
  public boolean mayBe(String code, int place) {
    int set = at(place);
    return set == Languages.NONE || (set & languages.set(code)) != 0;
  }

  /// The languages to look words up in that stand at a place.
  TermLookup.Setting setting(int place) {
    return new TermLookup.Setting(at(place), document, unsure);
  }

  @Override
  public String toString() {
    return "TextLanguages[main=" + main + ", of " + languages.codes() + "]";
  }

  /// Listens to the words of one text. Used once.
  static final class Hearing {
    private final Lexicon lexicon;
    // The words and numbers of the text.
    private final Token[] words;
    private final int count;
    // A round number of places for each word lets the machine add them side by side.
    private static final int WIDTH = 16;

    private final int[] speakers;
    private final float[] voices;
    // How many sentences, or lines, end between a word and the next.
    private final int[] breaks;
    private final float[] heard;
    private final float[] total;
    private final boolean hinted;

    /// @param hint languages the reader says it is written in; outweighed by clear words
    Hearing(Lexicon lexicon, List<Token> tokens, int hint) {
      this.lexicon = lexicon;
      this.count = lexicon.languages().count();
      this.words = new Token[words(tokens)];
      this.breaks = new int[words.length];
      this.speakers = new int[words.length];
      this.voices = new float[words.length];
      this.heard = new float[words.length * WIDTH];
      this.total = new float[WIDTH];
      this.hinted = hint != Languages.NONE;
      add(hint, HINT, total, 0);
      part(tokens);
    }

    private static int words(List<Token> tokens) {
      int words = 0;
      for (int i = 0; i < tokens.size(); i++) {
        words += tokens.get(i).isWord() ? 1 : 0;
      }
      return words;
    }

    private void part(List<Token> tokens) {
      int word = 0;
      for (int i = 0; i < tokens.size(); i++) {
        Token token = tokens.get(i);
        if (token.isWord()) {
          words[word++] = token;
        } else if (word > 0 && isBreak(token.kind())) {
          breaks[word - 1]++;
        }
      }
    }

    private static boolean isBreak(Token.Kind kind) {
      return switch (kind) {
        case PERIOD, LINE, BLANK_LINE -> true;
        case WORD, NUMBER, PERCENT, COMMA, SEMICOLON, COLON, HYPHEN, SLASH -> false;
        case AND, MARK, OPEN, CLOSE, OTHER -> false;
      };
    }

    TextLanguages languages() {
      speak();
      forward();
      backward();
      var starts = new int[words.length];
      var sets = new int[words.length];
      int document = Languages.NONE;
      for (int i = 0; i < starts.length; i++) {
        starts[i] = words[i].start();
        sets[i] = likeliest(i);
        document |= speakers[i] == Languages.NONE ? Languages.NONE : sets[i];
      }
      return new TextLanguages(lexicon.languages(), starts, sets, document, isUnsure(), loudest());
    }

    private void speak() {
      for (int i = 0; i < voices.length; i++) {
        Token token = words[i];
        if (token.kind() == Token.Kind.WORD) {
          speakers[i] = lexicon.word(token.text()).evidence();
          voices[i] = voice(speakers[i], token.text().length());
          add(speakers[i], voices[i], heard, i * WIDTH);
          add(speakers[i], voices[i], total, 0);
        }
      }
    }

    // From nothing, for a word all languages share, to nearly one for a word of one language.
    private float voice(int set, int length) {
      if (set == Languages.NONE) {
        return 0;
      }
      float rarity = 1f / Integer.bitCount(set) - 1f / count;
      return length < SHORT_WORD ? rarity / 2 : rarity;
    }

    // Each pass adds what a word hears from one side.
    private void forward() {
      var carried = new float[WIDTH];
      for (int i = 0; i < voices.length; i++) {
        pass(i, carried, breaks[i]);
      }
    }

    private void backward() {
      var carried = new float[WIDTH];
      for (int i = voices.length - 1; i >= 0; i--) {
        pass(i, carried, i == 0 ? 0 : breaks[i - 1]);
      }
    }

    private void pass(int word, float[] carried, int breaksBehind) {
      for (int language = 0; language < WIDTH; language++) {
        heard[word * WIDTH + language] += carried[language];
      }
      add(speakers[word], voices[word], carried, 0);
      fade(carried, WORD_FADES);
      for (int i = 0; i < breaksBehind; i++) {
        fade(carried, SENTENCE_FADES);
      }
    }

    private static void fade(float[] carried, float left) {
      for (int language = 0; language < WIDTH; language++) {
        carried[language] *= left;
      }
    }

    private static void add(int set, float voice, float[] scores, int from) {
      for (int rest = set; rest != 0; rest &= rest - 1) {
        scores[from + Integer.numberOfTrailingZeros(rest)] += voice;
      }
    }

    private int likeliest(int token) {
      float most = LEAST;
      for (int language = 0; language < count; language++) {
        most = Math.max(most, score(token, language));
      }
      int set = Languages.NONE;
      for (int language = 0; language < count; language++) {
        if (score(token, language) >= CLOSE * most) {
          set |= 1 << language;
        }
      }
      return set;
    }

    private float score(int token, int language) {
      return heard[token * WIDTH + language] + TEXT_HEARD * total[language];
    }

    private boolean isUnsure() {
      int speaking = hinted ? SURE : 0;
      for (int speaker : speakers) {
        speaking += speaker == Languages.NONE ? 0 : 1;
      }
      return speaking < SURE;
    }

    private Optional<String> loudest() {
      int loudest = 0;
      for (int language = 1; language < count; language++) {
        loudest = total[language] > total[loudest] ? language : loudest;
      }
      return count == 0 || total[loudest] == 0
          ? Optional.empty()
          : Optional.of(lexicon.languages().code(loudest));
    }
  }
}
