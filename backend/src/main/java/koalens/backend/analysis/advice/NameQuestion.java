package koalens.backend.analysis.advice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import koalens.engine.knowledge.ReasonCode;
import koalens.engine.knowledge.Status;
import koalens.engine.verdict.JudgedIngredient;
import koalens.engine.verdict.Judgement;

/// Ingredients to be put to a provider, each once.
///
/// @param names by their key the names as printed, in reading order
/// @param language the language for reasons: `sv`, `en`, or `und` for that of the label
/// @param whole whether it holds all there was to ask
record NameQuestion(Map<String, String> names, String language, boolean whole) implements Question {
  private static final int LONGEST_NAME = 200;
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /// What of a judged label is to be asked.
  ///
  /// @param most how many ingredients to ask at most; the ones that come later stay as judged
  static NameQuestion of(Judgement judgement, Scope scope, String language, int most) {
    // Where there is no list there are no ingredients, whatever its words are.
    if (!judgement.listFound()) {
      return new NameQuestion(Map.of(), language, true);
    }
    Predicate<JudgedIngredient> wanted =
        switch (scope) {
          // What is said of the parts is said of the whole, unless that is in doubt itself.
          case LIST -> one -> one.parts().isEmpty() || isUnsettled(one) || isAnimalItself(one);
          case UNSETTLED -> NameQuestion::isUnsettled;
        };
    var all = new LinkedHashMap<String, String>();
    judgement
        .contents()
        .filter(wanted)
        .map(JudgedIngredient::name)
        .forEach(name -> all.putIfAbsent(key(name), name));
    var names = new LinkedHashMap<String, String>();
    all.forEach((key, name) -> {
      if (names.size() < most && canBeAsked(name)) {
        names.put(key, name);
      }
    });
    boolean whole = names.size() == all.size() && !judgement.truncated();
    return new NameQuestion(names, language, whole);
  }

  // An answer on the beginning of a name would say nothing of its end.
  private static boolean canBeAsked(String name) {
    return !name.isBlank() && name.length() <= LONGEST_NAME;
  }

  /// What the engine does not know, or knows to be something animal misspelled. Where both origins
  /// are on the market, as with E471, a provider cannot know either.
  private static boolean isUnsettled(JudgedIngredient ingredient) {
    return switch (ingredient.status()) {
      case UNKNOWN ->
          ingredient.reason().code() != ReasonCode.UNKNOWN_IN_PARTS || ingredient.entry().isEmpty();
      case MAYBE_VEGAN -> ingredient.reason().code() == ReasonCode.MISSPELLED;
      case VEGAN, NON_VEGAN -> false;
    };
  }

  private static boolean isAnimalItself(JudgedIngredient ingredient) {
    return ingredient.status() == Status.NON_VEGAN
        && ingredient.reason().code() != ReasonCode.ANIMAL_IN_PARTS;
  }

  /// What makes two names the same: case and spacing apart.
  static String key(String name) {
    return SPACES.matcher(name.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean isEmpty() {
    return names.isEmpty();
  }

  int size() {
    return names.size();
  }

  /// The same without the names that are answered already.
  NameQuestion without(Map<String, Opinion> answered) {
    var left = new LinkedHashMap<>(names);
    left.keySet().removeAll(answered.keySet());
    return new NameQuestion(left, language, whole);
  }

  @Override
  public List<String> printed() {
    return List.copyOf(names.values());
  }

  /// The opinions in an answer: of each ingredient that was asked about, the most cautious one;
  /// whatever else it holds is passed over.
  Map<String, Opinion> opinions(IngredientAnswers answers) {
    var opinions = new LinkedHashMap<String, Opinion>();
    for (IngredientAnswers.Answered answered : answers.ingredients()) {
      String key = key(answered.name());
      if (names.containsKey(key)) {
        Opinion opinion = Opinion.of(answered.status(), answered.reason());
        opinions.merge(key, opinion, Opinion::orWorse);
      }
    }
    return opinions;
  }

  @Override
  public Optional<Status> verdict(Asked asked) {
    return names.keySet().stream()
        .map(key -> asked.opinions().getOrDefault(key, new Opinion(Status.UNKNOWN, "")))
        .reduce(Opinion::orWorse)
        .map(worst -> Question.verdict(worst.status(), whole));
  }
}
