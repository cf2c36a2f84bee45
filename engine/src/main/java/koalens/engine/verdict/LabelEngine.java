package koalens.engine.verdict;

import java.util.ArrayList;
import java.util.List;
import koalens.engine.knowledge.KnowledgeBase;
import koalens.engine.knowledge.Status;
import koalens.engine.knowledge.TextLanguages;
import koalens.engine.parsing.Ingredient;
import koalens.engine.parsing.Label;
import koalens.engine.parsing.LabelParser;
import koalens.engine.parsing.ParsingLimits;
import koalens.engine.parsing.Role;
import koalens.engine.text.Token;
import koalens.engine.text.Tokenizer;

/// Judges label texts: is this food vegan, and why? Immutable and thread-safe; no text makes it
/// fail, and its time and memory are bounded by its limits.
public final class LabelEngine {
  private static final String UNDETERMINED = "und";
  private static final int A_PAGE = 20;
  private static final int SHORTEST_LIST = 3;

  private final Tokenizer tokenizer;
  private final KnowledgeBase knowledge;
  private final LabelParser parser;
  private final ParsingLimits limits;

  private LabelEngine(
      Tokenizer tokenizer, KnowledgeBase knowledge, LabelParser parser, ParsingLimits limits) {
    this.tokenizer = tokenizer;
    this.knowledge = knowledge;
    this.parser = parser;
    this.limits = limits;
  }

  /// An engine with the knowledge it was built with. Loading takes some tens of milliseconds: make
  /// one and keep it.
  public static LabelEngine standard(ParsingLimits limits) {
    return with(KnowledgeBase.standard(Tokenizer.standard()), limits);
  }

  /// An engine with other knowledge.
  public static LabelEngine with(KnowledgeBase knowledge, ParsingLimits limits) {
    return new LabelEngine(Tokenizer.standard(), knowledge, LabelParser.standard(limits), limits);
  }

  /// What it knows.
  public KnowledgeBase knowledge() {
    return knowledge;
  }

  /// Judges a whole label text, with or without headings.
  public Judgement judgeText(String text) {
    return judgeText(text, LabelOptions.STANDARD);
  }

  /// Judges a whole label text as asked for.
  public Judgement judgeText(String text, LabelOptions options) {
    return judgeText(text, options, Opinions.NONE);
  }

  /// Judges a whole label text of whose ingredients somebody else has opinions.
  public Judgement judgeText(String text, LabelOptions options, Opinions opinions) {
    String read = parser.readable(text);
    List<Token> tokens = tokenizer.tokenize(read);
    TextLanguages languages = knowledge.languagesOf(tokens, options.language());
    Label label = parser.parse(read, tokens, languages::mayBe, read.length() < text.length());
    return judge(text, label, languages, options.policy(), opinions);
  }

  /// Judges a list that came already divided, one ingredient each. Places in the answer refer to
  /// the ingredients joined by `", "`.
  public Judgement judgeIngredients(List<String> ingredients) {
    return judgeIngredients(ingredients, LabelOptions.STANDARD);
  }

  /// Judges a list that came already divided as asked for.
  public Judgement judgeIngredients(List<String> ingredients, LabelOptions options) {
    return judgeIngredients(ingredients, options, Opinions.NONE);
  }

  /// Judges a list that came already divided, of whose ingredients somebody else has opinions.
  public Judgement judgeIngredients(
      List<String> ingredients, LabelOptions options, Opinions opinions) {
    List<String> read = ingredients.subList(0, Math.min(ingredients.size(), limits.ingredients()));
    String text = String.join(", ", read);
    TextLanguages languages =
        knowledge.languagesOf(tokenizer.tokenize(parser.readable(text)), options.language());
    var parsed = new ArrayList<Ingredient>();
    boolean truncated = read.size() < ingredients.size();
    int offset = 0;
    for (String ingredient : read) {
      Label label = parse(ingredient, languages, offset);
      label.ingredients().forEach(parsed::add);
      truncated |= label.truncated();
      offset += ingredient.length() + 2;
    }
    Label label = new Label(parsed, true, false, truncated);
    return judge(text, label, languages, options.policy(), opinions);
  }

  private Label parse(String ingredient, TextLanguages languages, int offset) {
    String read = parser.readable(ingredient);
    Label label =
        parser.parse(
            read,
            tokenizer.tokenize(read),
            (language, place) -> languages.mayBe(language, place + offset),
            read.length() < ingredient.length());
    return new Label(
        label.ingredients().stream()
            .map(LabelParser::declared)
            .map(one -> moved(one, offset))
            .toList(),
        true,
        label.claimsVegan(),
        label.truncated());
  }

  private static Ingredient moved(Ingredient ingredient, int offset) {
    return new Ingredient(
        ingredient.role(),
        ingredient.words().stream().map(word -> moved(word, offset)).toList(),
        ingredient.percent(),
        ingredient.heading(),
        ingredient.parts().stream().map(part -> moved(part, offset)).toList());
  }

  private static Token moved(Token token, int offset) {
    return new Token(
        token.kind(), token.text(), token.start() + offset, token.end() + offset, token.spaced());
  }

  private Judgement judge(
      String text, Label label, TextLanguages languages, Policy policy, Opinions opinions) {
    var judging = new Judging(knowledge, languages, text, Opinions.NONE);
    List<JudgedIngredient> known = judging.judge(label.ingredients());
    boolean listFound =
        isList(label, known) && (opensWithAnimal(known) || !isProse(label, judging));
    List<JudgedIngredient> judged =
        opinions.any()
            ? new Judging(knowledge, languages, text, opinions).judge(label.ingredients())
            : known;
    return new Judgement(
        Tally.of(judged, policy).verdict(listFound, label.truncated()),
        policy,
        label.claimsVegan() || judging.claimsVegan(),
        languages.main().orElse(UNDETERMINED),
        judged,
        listFound,
        label.truncated());
  }

  private static int words(List<Ingredient> ingredients) {
    int words = 0;
    for (Ingredient ingredient : ingredients) {
      for (Token token : ingredient.words()) {
        words += token.isWord() ? 1 : 0;
      }
      words += words(ingredient.parts());
    }
    return words;
  }

  /// A text without a heading is a list when most of what it names is known, or when it parts three
  /// things or more of which one is known: prose has no commas to spare.
  private static boolean isList(Label label, List<JudgedIngredient> judged) {
    int contents = 0;
    int known = 0;
    for (JudgedIngredient ingredient : judged) {
      if (ingredient.role().isContent()) {
        contents++;
        known += ingredient.status() == Status.UNKNOWN ? 0 : 1;
      }
    }
    if (contents == 0 || label.headed()) {
      return contents > 0;
    }
    return 2 * known >= contents || (known > 0 && contents >= SHORTEST_LIST);
  }

  /// Whether three things or more stand in front, all of them known and one an animal's: what
  /// follows may be the same list in a language nobody here reads.
  private static boolean opensWithAnimal(List<JudgedIngredient> judged) {
    int declared = 0;
    boolean animal = false;
    for (JudgedIngredient ingredient : judged) {
      if (ingredient.role() != Role.DECLARED) {
        break;
      }
      if (ingredient.status() == Status.UNKNOWN) {
        return false;
      }
      animal |= ingredient.status() == Status.NON_VEGAN;
      declared++;
    }
    return animal && declared >= SHORTEST_LIST;
  }

  /// Long stretches of mostly unknown words under no heading are no list, whatever word in them is
  /// known: one or two of them, or a page.
  private static boolean isProse(Label label, Judging judging) {
    if (label.headed()) {
      return false;
    }
    int unknown = judging.unknownWords();
    int words = words(label.ingredients());
    boolean stretch =
        label.ingredients().size() < SHORTEST_LIST && unknown >= 3 && 2 * unknown >= words;
    boolean page = unknown >= A_PAGE && 3 * unknown >= words;
    return stretch || page;
  }
}
