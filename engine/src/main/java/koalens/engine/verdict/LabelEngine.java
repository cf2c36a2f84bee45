package koalens.engine.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import koalens.engine.knowledge.KnowledgeBase;
import koalens.engine.knowledge.Status;
import koalens.engine.parsing.Ingredient;
import koalens.engine.parsing.Label;
import koalens.engine.parsing.LabelParser;
import koalens.engine.parsing.ParsingLimits;
import koalens.engine.text.Token;
import koalens.engine.text.Tokenizer;

/// Judges label texts: is this food vegan, and why? Immutable and thread-safe; no text makes it
/// fail, and its time and memory are bounded by its limits.
public final class LabelEngine {
  private static final String UNDETERMINED = "und";

  private final KnowledgeBase knowledge;
  private final LabelParser parser;
  private final ParsingLimits limits;

  private LabelEngine(KnowledgeBase knowledge, LabelParser parser, ParsingLimits limits) {
    this.knowledge = knowledge;
    this.parser = parser;
    this.limits = limits;
  }

  /// An engine with the knowledge it was built with. Loading takes a noticeable part of a second:
  /// make one and keep it.
  public static LabelEngine standard(ParsingLimits limits) {
    Tokenizer tokenizer = Tokenizer.standard();
    return new LabelEngine(
        KnowledgeBase.standard(tokenizer), LabelParser.standard(tokenizer, limits), limits);
  }

  /// What it knows.
  public KnowledgeBase knowledge() {
    return knowledge;
  }

  /// Judges a whole label text, with or without headings.
  public Judgement judgeText(String text) {
    return judge(text, parser.parse(text));
  }

  /// Judges a list that came already divided, one ingredient each. Places in the answer refer to
  /// the ingredients joined by `", "`.
  public Judgement judgeIngredients(List<String> ingredients) {
    List<String> read = ingredients.subList(0, Math.min(ingredients.size(), limits.ingredients()));
    String text = String.join(", ", read);
    var parsed = new ArrayList<Ingredient>();
    boolean truncated = read.size() < ingredients.size();
    int offset = 0;
    for (String ingredient : read) {
      Label label = parser.parseIngredient(ingredient);
      for (Ingredient one : label.ingredients()) {
        parsed.add(moved(one, offset));
      }
      truncated |= label.truncated();
      offset += ingredient.length() + 2;
    }
    return judge(text, new Label(parsed, true, truncated));
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

  private Judgement judge(String text, Label label) {
    List<String> words = words(label);
    Optional<String> language = knowledge.likeliestLanguage(words);
    var judging = new Judging(knowledge, language.orElse(knowledge.languages().getFirst()), text);
    var judged = new ArrayList<JudgedIngredient>();
    label.ingredients().forEach(ingredient -> judged.addAll(judging.judge(ingredient)));
    boolean listFound = isList(label, judged) && !isProse(label, words.size(), judging);
    return new Judgement(
        verdict(judged, listFound, label.truncated()),
        language.orElse(UNDETERMINED),
        judged,
        listFound,
        label.truncated());
  }

  private static List<String> words(Label label) {
    var words = new ArrayList<String>();
    label.ingredients().forEach(ingredient -> collectWords(ingredient, words));
    return words;
  }

  private static void collectWords(Ingredient ingredient, List<String> words) {
    for (Token token : ingredient.words()) {
      if (token.isWord()) {
        words.add(token.text());
      }
    }
    ingredient.parts().forEach(part -> collectWords(part, words));
  }

  /// A text without a heading is a list when most of what it names is known, or when it parts three
  /// things or more of which one is known: prose has no commas to spare.
  private static boolean isList(Label label, List<JudgedIngredient> judged) {
    List<JudgedIngredient> contents =
        judged.stream().filter(i -> Judgement.isContent(i.role())).toList();
    if (contents.isEmpty() || label.headed()) {
      return !contents.isEmpty();
    }
    long known = contents.stream().filter(i -> i.status() != Status.UNKNOWN).count();
    return 2 * known >= contents.size() || (known > 0 && contents.size() >= 3);
  }

  /// One or two long stretches of mostly unknown words under no heading are no list, whatever word
  /// in them is known.
  private static boolean isProse(Label label, int words, Judging judging) {
    int unknown = judging.unknownWords();
    return !label.headed()
        && label.ingredients().size() < 3
        && unknown >= 3
        && 2 * unknown >= words;
  }

  private static Verdict verdict(
      List<JudgedIngredient> judged, boolean listFound, boolean truncated) {
    List<JudgedIngredient> contents =
        judged.stream()
            .flatMap(JudgedIngredient::flattened)
            .filter(ingredient -> Judgement.isContent(ingredient.role()))
            .toList();
    if (!listFound) {
      return new Verdict.Unknown(contents);
    }
    List<JudgedIngredient> animal = with(Status.NON_VEGAN, contents);
    if (!animal.isEmpty()) {
      return new Verdict.NonVegan(animal);
    }
    List<JudgedIngredient> maybe = with(Status.MAYBE_VEGAN, contents);
    if (!maybe.isEmpty()) {
      return new Verdict.MaybeVegan(maybe);
    }
    List<JudgedIngredient> unknown = with(Status.UNKNOWN, contents);
    return unknown.isEmpty() && !truncated ? new Verdict.Vegan() : new Verdict.Unknown(unknown);
  }

  private static List<JudgedIngredient> with(Status status, List<JudgedIngredient> ingredients) {
    return ingredients.stream().filter(i -> i.status() == status).toList();
  }
}
