package koalens.engine.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import koalens.engine.knowledge.Entry;
import koalens.engine.knowledge.KnowledgeBase;
import koalens.engine.knowledge.ReasonCode;
import koalens.engine.knowledge.Status;
import koalens.engine.knowledge.TermLookup;
import koalens.engine.knowledge.TextLanguages;
import koalens.engine.knowledge.Trait;
import koalens.engine.parsing.Ingredient;
import koalens.engine.parsing.Role;
import koalens.engine.text.Token;

/// Judges the ingredients of one label with their parts. Not thread-safe.
final class Judging {
  private static final String VITAMIN = "vitamin";
  private static final int LIST = 3;
  // Kinds of which each is one thing, not a mixture that may hold an additive.
  private static final List<String> SUBSTANCES =
      List.of("synthetic", "microbial", "plant-extract", "sweetener", VITAMIN);

  private final KnowledgeBase knowledge;
  private final TextLanguages languages;
  private final String language;
  private final String text;
  private final Opinions opinions;
  private int unknownWords;
  // How many brackets are open.
  private int depth;
  // Whether what is judged is the name of the food before its list: "Kavring: vatten, rågmjöl".
  private boolean namesFood;
  private boolean claimsVegan;

  /// @param languages the languages of the text
  /// @param opinions what others say of its ingredients
  Judging(KnowledgeBase knowledge, TextLanguages languages, String text, Opinions opinions) {
    this.knowledge = knowledge;
    this.languages = languages;
    this.language = languages.main().orElseGet(() -> knowledge.languages().getFirst());
    this.text = text;
    this.opinions = opinions;
  }

  /// The ingredients judged: several when the words of one join several, none when they name
  /// nothing.
  List<JudgedIngredient> judge(List<Ingredient> ingredients) {
    return Traces.heard(judge(ingredients, Context.PLAIN).judged());
  }

  // Siblings: the list a colon opens goes on behind the comma, "vitamins: C, E".
  private Parts judge(List<Ingredient> ingredients, Context around) {
    var judged = new ArrayList<JudgedIngredient>(ingredients.size());
    Qualifiers qualifiers = Qualifiers.NONE;
    Context opened = Context.PLAIN;
    for (int i = 0; i < ingredients.size(); i++) {
      Ingredient ingredient = ingredients.get(i);
      boolean name = depth == 0 && i == 0 && ingredient.heading() && ingredients.size() >= LIST;
      namesFood = name && holdFood(ingredients.subList(1, ingredients.size()));
      boolean goesOn = opened.goesOn(ingredient.words());
      Outcome outcome = judge(ingredient, goesOn ? opened : around);
      judged.addAll(outcome.ingredients());
      qualifiers = qualifiers.and(outcome.qualifiers());
      if (ingredient.heading()) {
        opened = outcome.opened();
      } else if (namesAdditive(outcome)) {
        opened = Context.ADDITIVES;
      } else if (opened.kind() != Context.Kind.PLAIN && !goesOn && !isVitamin(outcome)) {
        opened = Context.PLAIN;
      }
    }
    return new Parts(judged, qualifiers);
  }

  // "Colours 102, 120", "E102, 120".
  private static boolean namesAdditive(Outcome outcome) {
    return !outcome.ingredients().isEmpty()
        && outcome
            .ingredients()
            .getLast()
            .entry()
            .filter(entry -> entry.isAdditive() || entry.has(Trait.CLASS))
            .isPresent();
  }

  private static boolean isVitamin(Outcome outcome) {
    return outcome.ingredients().size() == 1
        && outcome.ingredients().getFirst().entry().filter(e -> e.isA(VITAMIN)).isPresent();
  }

  /// How many words nobody knows were met so far.
  int unknownWords() {
    return unknownWords;
  }

  /// Whether words beside the list call the food vegan.
  boolean claimsVegan() {
    return claimsVegan;
  }

  /// What an ingredient came to: judged ingredients, and what its words say about the one around.
  ///
  /// @param opened what its brackets, or its colon, open
  private record Outcome(
      List<JudgedIngredient> ingredients, Qualifiers qualifiers, Context opened) {

    Outcome and(Outcome next) {
      var both = new ArrayList<>(ingredients);
      both.addAll(next.ingredients);
      return new Outcome(both, qualifiers.and(next.qualifiers), next.opened);
    }
  }

  private Outcome judge(Ingredient printed, Context context) {
    Ingredient ingredient = printed.words().isEmpty() ? printed : joined(printed);
    if (WordsBehindBracket.in(ingredient)) {
      WordsBehindBracket halves = WordsBehindBracket.of(ingredient);
      if (areTwo(halves, context)) {
        return judge(halves.before(), context).and(judge(halves.behind(), context));
      }
    }
    return judgeOne(ingredient, context);
  }

  // "Vegetable (palm, rape) oil" is one thing, and so is "cocoa powder 11 % fat"; an animal on one
  // side is none of the other: "wheat flour (gluten) milk", "salmon (80 %) spices".
  private boolean areTwo(WordsBehindBracket halves, Context context) {
    Stretches before = stretches(halves.before(), context);
    if (before.lastNamed() < 0) {
      return false;
    }
    Stretches behind = stretches(halves.behind(), context);
    return halves.holdsList()
        || behind.namesAnimal()
        || (before.namesAnimal() && behind.segments().stream().anyMatch(Judging::isPurpose));
  }

  private static boolean isPurpose(Segment segment) {
    return segment.finding().filter(named -> named.has(Trait.PURPOSE)).isPresent();
  }

  private Outcome judgeOne(Ingredient ingredient, Context context) {
    Stretches stretches = stretches(ingredient, context);
    List<Segment> segments = stretches.segments();
    unknownWords += stretches.unknownWords();
    claimsVegan |=
        isBesideTheList(ingredient.role()) && stretches.said().say(Qualifiers.Origin.VEGAN);
    if (stretches.areProse(ingredient)) {
      return new Outcome(listed(ingredient), Qualifiers.NONE, Context.PLAIN);
    }
    int last = stretches.lastNamed();
    Settlement.Standing standing = standing(ingredient);
    boolean opens = ingredient.heading() || !ingredient.parts().isEmpty();
    Context opened =
        last < 0 || !opens
            ? Context.PLAIN
            : Context.of(segments.get(last).finding(), ingredient.words());
    Parts parts = parts(ingredient, opened);
    if (last >= 0 && !parts.judged().isEmpty() && isSubstance(segments.get(last))) {
      parts = parts.withoutPurposes();
    }
    if (last < 0) {
      Parts heard = parts;
      Qualifiers said = stretches.said().and(parts.qualifiers());
      return nameless(ingredient, stretches.said())
          .map(finding -> stated(ingredient, finding, heard))
          .orElseGet(() -> new Outcome(heard.judged(), said, Context.PLAIN));
    }
    if (last == 0) {
      return new Outcome(
          List.of(withParts(ingredient, segments.getFirst(), parts, standing)),
          Qualifiers.NONE,
          opened);
    }
    var judged = new ArrayList<JudgedIngredient>(last + 1);
    for (int i = 0; i <= last; i++) {
      if (segments.get(i).finding().isPresent()) {
        judged.add(
            i == last
                ? withParts(ingredient, segments.get(i), parts, standing)
                : beside(ingredient, segments.get(i), parts, standing));
      }
    }
    return new Outcome(judged, Qualifiers.NONE, opened);
  }

  private Ingredient joined(Ingredient ingredient) {
    if (!ingredient.heading() && GluedBracket.isGlued(ingredient)) {
      return new GluedBracket(lookup(ingredient), text).joined(ingredient);
    }
    return DashAfterClass.hasDash(ingredient)
        ? DashAfterClass.opened(ingredient, lookup(ingredient))
        : ingredient;
  }

  private TermLookup lookup(Ingredient ingredient) {
    return knowledge.lookup(languages, ingredient.start());
  }

  // What an ingredient is that names nothing the words around it could be said of: "ingredients of
  // animal origin", "wild", and behind "allergens" the number of one.
  private Optional<Finding> nameless(Ingredient ingredient, Qualifiers said) {
    if (depth > 0 || !isNamed(ingredient.role())) {
      return Optional.empty();
    }
    if (said.say(Qualifiers.Origin.ANIMAL)) {
      return Optional.of(Finding.of(ReasonCode.ANIMAL_STATED));
    }
    if (said.say(Qualifiers.Origin.HOMONYM)) {
      return Optional.of(Finding.of(ReasonCode.HOMONYM));
    }
    boolean code = ingredient.role() == Role.CONTAINS && isNumber(ingredient);
    return code ? Optional.of(Finding.UNRECOGNISED) : Optional.empty();
  }

  private static boolean isNumber(Ingredient ingredient) {
    return ingredient.words().size() == 1
        && ingredient.words().getFirst().kind() == Token.Kind.NUMBER
        && ingredient.percent().isEmpty();
  }

  private Outcome stated(Ingredient ingredient, Finding finding, Parts parts) {
    var all =
        new Segment(Optional.of(finding), Qualifiers.NONE, 0, ingredient.start(), ingredient.end());
    JudgedIngredient judged = judged(ingredient, all, finding, parts.judged());
    return new Outcome(List.of(judged), Qualifiers.NONE, Context.PLAIN);
  }

  private static boolean isNamed(Role role) {
    return switch (role) {
      case DECLARED, CONTAINS, TRACE -> true;
      case TAIL, FREE_FROM, CLAIM, NOTE, OTHER -> false;
    };
  }

  // "Smoked breast: water, salt, sugar" names no list but a brine.
  private boolean holdFood(List<Ingredient> list) {
    var apart = new Judging(knowledge, languages, text, Opinions.NONE);
    return new Parts(apart.judge(list), Qualifiers.NONE).holdFood();
  }

  // "Citric acid (acidity regulator)" says what the acid is for, "spices (colour)" what is in them.
  private static boolean isSubstance(Segment segment) {
    Optional<Finding> finding = segment.finding();
    return finding.flatMap(Finding::entry).filter(Entry::isAdditive).isPresent()
        || finding.filter(named -> named.isAny(SUBSTANCES)).isPresent();
  }

  private Parts parts(Ingredient ingredient, Context opened) {
    if (ingredient.parts().isEmpty()) {
      return Parts.NONE;
    }
    depth++;
    Parts parts = judge(ingredient.parts(), opened);
    depth--;
    return opened.kind() == Context.Kind.ADDITIVES ? parts.heardByAll() : parts;
  }

  private static boolean isBesideTheList(Role role) {
    return role == Role.OTHER || role == Role.NOTE || role == Role.CLAIM;
  }

  private Stretches stretches(Ingredient ingredient, Context context) {
    if (ingredient.words().isEmpty()) {
      return Stretches.NONE;
    }
    Segments segments = new Segments(knowledge.taxonomy(), lookup(ingredient), context);
    return new Stretches(AnimalBeside.heard(segments.of(ingredient.words())));
  }

  // Prose has no lists in brackets; what stands in them is not lost with it.
  private List<JudgedIngredient> listed(Ingredient prose) {
    return prose.role() == Role.TAIL ? judge(prose.parts(), Context.PLAIN).judged() : List.of();
  }

  private Settlement.Standing standing(Ingredient ingredient) {
    if (!ingredient.heading()) {
      return Settlement.Standing.ITEM;
    }
    return namesFood ? Settlement.Standing.NAME : Settlement.Standing.HEADING;
  }

  // Of "ham and cheese (milk)" the brackets speak of the cheese, of "bread in slices: wheat" the
  // colon speaks of all.
  private JudgedIngredient beside(
      Ingredient ingredient, Segment segment, Parts parts, Settlement.Standing standing) {
    boolean heard = standing == Settlement.Standing.NAME;
    Finding whole = whole(segment, heard ? parts : Parts.NONE, standing);
    return judged(ingredient, segment, whole, List.of());
  }

  private JudgedIngredient withParts(
      Ingredient ingredient, Segment segment, Parts parts, Settlement.Standing standing) {
    return judged(ingredient, segment, whole(segment, parts, standing), parts.judged());
  }

  private Finding whole(Segment segment, Parts parts, Settlement.Standing standing) {
    Finding own =
        Composition.qualified(
            segment.finding().orElse(Finding.UNRECOGNISED),
            segment.qualifiers().and(parts.qualifiers()));
    return Settlement.of(own, parts, standing, opinions.on(segment));
  }

  private JudgedIngredient judged(
      Ingredient ingredient, Segment segment, Finding finding, List<JudgedIngredient> parts) {
    String name = text.substring(segment.start(), segment.end());
    return new JudgedIngredient(
        name,
        finding.status(),
        new Reason(finding.reason(), subject(name, finding)),
        role(ingredient, finding),
        finding.misread() ? Optional.empty() : finding.entry(),
        ingredient.percent(),
        segment.start(),
        segment.end(),
        parts);
  }

  // Of a note nothing counts but an animal.
  private static Role role(Ingredient ingredient, Finding finding) {
    if (ingredient.role() != Role.NOTE) {
      return ingredient.role();
    }
    return finding.is(Status.NON_VEGAN) ? Role.TAIL : Role.OTHER;
  }

  private String subject(String name, Finding finding) {
    return finding.misread()
        ? finding.entry().map(entry -> knowledge.name(entry, language)).orElse(name)
        : name;
  }
}
