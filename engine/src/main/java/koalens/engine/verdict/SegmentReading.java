package koalens.engine.verdict;

import java.util.List;
import java.util.Optional;
import koalens.engine.knowledge.Entry;
import koalens.engine.knowledge.ReasonCode;
import koalens.engine.knowledge.Status;
import koalens.engine.knowledge.Taxonomy;
import koalens.engine.knowledge.Term;
import koalens.engine.knowledge.Trait;
import koalens.engine.knowledge.WordClass;
import koalens.engine.verdict.Qualifiers.Origin;
import org.jspecify.annotations.Nullable;

/// Reads the terms of one segment from left to right. Used once.
final class SegmentReading {
  private static final int LIST = 4;
  private static final String MISREAD_E = "3468";

  private final Taxonomy taxonomy;
  private final List<Term> terms;
  private final Context context;
  private final Joint joint;
  private @Nullable Finding finding;
  private @Nullable Finding beforeOf;
  private Qualifiers qualifiers = Qualifiers.NONE;
  private int unknownWords;
  private final Denial denial;
  private boolean classSeen;
  private boolean partOfFood;
  private boolean ofSeen;
  private int nouns;
  private @Nullable Finding animal;
  private int animalAt;
  private @Nullable Finding doubt;
  private @Nullable Finding last;
  private @Nullable Finding beforeLast;
  private final VeganReach vegan;

  /// @param context what the brackets around the segment belong to
  /// @param joint what two nouns side by side are to each other
  /// @param denial what the words before took away
  SegmentReading(Taxonomy taxonomy, List<Term> terms, Context context, Joint joint, Denial denial) {
    this.denial = denial;
    this.joint = joint;
    this.vegan = new VeganReach(joint);
    this.taxonomy = taxonomy;
    this.terms = terms;
    this.context = context;
  }

  Segment segment() {
    for (int i = 0; i < terms.size(); i++) {
      read(terms.get(i));
    }
    Finding whole = whole();
    return new Segment(
        Optional.ofNullable(whole),
        heardBy(whole),
        unknownWords,
        terms.getFirst().start(),
        terms.getLast().end());
  }

  // "Vegetabiliskt lab, ost" without its comma, "milk of plant-fed cows": beside other words a
  // plant origin need not be the animal's.
  private Qualifiers heardBy(@Nullable Finding whole) {
    boolean alone = nouns == 1 && !ofSeen && unknownWords == 0;
    if (whole == null || alone || !whole.is(Status.NON_VEGAN)) {
      return qualifiers;
    }
    Qualifiers heard = qualifiers.without(Origin.PLANT);
    return vegan.covers(animalAt, nouns) ? heard : heard.without(Origin.VEGAN);
  }

  private void read(Term term) {
    switch (term) {
      case Term.Known known when denial.takes(of(known)) -> without(of(known));
      case Term.Known known when known.adjective() -> adjective(of(known));
      case Term.Known known -> noun(of(known));
      case Term.Compound compound -> compound(compound);
      case Term.Word word when denial.takes(word.wordClass()) -> {}
      case Term.Word word -> word(word.wordClass());
      case Term.Digits digits -> digits(digits.text());
      case Term.Unknown _ when denial.takes(Finding.UNRECOGNISED) -> {}
      case Term.Unknown _ -> unknown();
    }
  }

  private static Finding of(Term.Known known) {
    Entry entry = known.entry();
    return switch (known.how()) {
      case EXACT, INFLECTED -> Finding.of(entry);
      case MISREAD -> Finding.of(entry).guessed();
      case NEAR -> new Finding(ReasonCode.MISSPELLED, Optional.of(entry), false, true);
    };
  }

  private void unknown() {
    unknownWords++;
    noun(Finding.UNRECOGNISED);
  }

  private void noun(Finding noun) {
    nouns++;
    if (animal == null && noun.is(Status.NON_VEGAN)) {
      animal = noun;
      animalAt = nouns;
    }
    beforeLast = noun.has(Trait.FORM) ? beforeLast : finding;
    doubt = doubt == null && isDoubt(noun) ? noun : doubt;
    last = noun;
    if (noun.has(Trait.CLASS)) {
      classSeen = true;
      finding = finding == null ? noun : finding;
    } else if (finding == null || finding.has(Trait.CLASS)) {
      finding = noun;
    } else if (isAdditive(finding) && isAdditive(noun)) {
      // "E621 E631" without its comma.
      finding = worse(finding, noun);
    } else {
      finding = besides(finding, noun);
    }
  }

  private static boolean isDoubt(Finding noun) {
    return noun.is(Status.MAYBE_VEGAN)
        && switch (noun.reason()) {
          case ANIMAL_OR_PLANT, ANIMAL_OR_SYNTHETIC, FLAVOURING, VITAMIN_D, OMEGA_3, ENZYME -> true;
          default -> false;
        };
  }

  private static boolean isAdditive(Finding noun) {
    return noun.entry().filter(Entry::isAdditive).isPresent();
  }

  private Finding besides(Finding first, Finding second) {
    // "Beef stock salt spices" without its commas is no seasoning for beef.
    if (nouns > 2 && second.has(Trait.PURPOSE) && first.is(Status.NON_VEGAN)) {
      return first;
    }
    return joint == Joint.HEAD_FIRST
        ? Composition.of(second, first, joint)
        : Composition.of(first, second, joint);
  }

  // "mleko kokosowe", "gélatine bovine": a modifier on either side of its head.
  private void adjective(Finding adjective) {
    finding =
        finding == null || finding.has(Trait.CLASS)
            ? adjective
            : Composition.of(adjective, finding, Joint.STATED);
  }

  private void compound(Term.Compound compound) {
    Finding whole = null;
    boolean says = false;
    for (Term part : compound.parts()) {
      switch (part) {
        case Term.Known known -> whole = joined(whole, of(known));
        case Term.Word word when word.wordClass() == WordClass.FREE -> {
          without(whole);
          whole = null;
          says = true;
        }
        // "schweinefleischfrei": free from pork is not free from meat.
        case Term.Word word when Absence.of(word.wordClass()).any() -> {
          word(whole == null ? word.wordClass() : WordClass.NEUTRAL);
          whole = null;
          says = true;
        }
        case Term.Word word -> {
          word(word.wordClass());
          says |= word.wordClass() != WordClass.NEUTRAL;
        }
        case Term.Compound _, Term.Digits _, Term.Unknown _ -> {}
      }
    }
    if (whole != null) {
      Finding read = compound.how() == Term.How.MISREAD ? whole.guessed() : whole;
      if (denial.takes(read)) {
        without(read);
      } else {
        noun(read);
      }
    } else if (!says) {
      unknown();
    }
  }

  private static Finding joined(@Nullable Finding modifier, Finding head) {
    return modifier == null ? head : Composition.of(modifier, head, Joint.ONE_WORD);
  }

  private void without(@Nullable Finding taken) {
    if (taken != null) {
      qualifiers = qualifiers.and(Absence.of(taken));
    }
  }

  private void word(WordClass wordClass) {
    switch (wordClass) {
      case VEGAN -> {
        vegan.saidBehind(nouns);
        qualify(Origin.VEGAN);
      }
      case NOT_ANIMAL -> qualify(Origin.PLANT);
      case MICROBIAL -> qualify(Origin.MICROBIAL);
      case ANIMAL -> qualify(Origin.ANIMAL);
      case VEGETARIAN, MILK_FREE, EGG_FREE, FISH_FREE ->
          qualifiers = qualifiers.and(Absence.of(wordClass));
      case WITHOUT -> denial.begin();
      case INSTEAD -> denial.beginOne();
      case FREE -> free();
      case OF -> of();
      case PART -> partOfFood = true;
      case HOMONYM -> homonym();
      case NEUTRAL, AND, WITH -> {}
    }
  }

  private void homonym() {
    if (terms.size() == 1) {
      qualify(Origin.HOMONYM);
    }
  }

  private void qualify(Origin origin) {
    qualifiers = qualifiers.and(Qualifiers.of(origin));
  }

  // "Milk gluten free" has lost its comma: one noun is taken away, no more.
  private void free() {
    if (nouns > 1 && beforeLast != null && last != null) {
      without(last);
      finding = beforeLast;
    } else if (finding != null) {
      without(finding);
      finding = null;
    }
    beforeLast = null;
  }

  private void of() {
    ofSeen = true;
    if (finding != null) {
      beforeOf = beforeOf == null ? finding : Composition.of(finding, beforeOf, Joint.STATED);
      finding = null;
    }
  }

  private void digits(String number) {
    boolean behindAdditive = finding != null && isAdditive(finding);
    if (context.kind() == Context.Kind.ADDITIVES || classSeen || behindAdditive) {
      for (String one : number.split("[,.]", -1)) {
        additive(one);
      }
    } else if (!Character.isDigit(number.charAt(number.length() - 1))) {
      unknown();
    } else if (terms.size() == 1 && isAnimalAdditive(number)) {
      additive(number);
    } else if (terms.size() == 1 && isLikeAnAdditive(number)) {
      unknown();
    }
  }

  // "4120": an E read as a digit. Three digits may be the type of a flour.
  private boolean isLikeAnAdditive(String number) {
    return number.length() == 4
        && MISREAD_E.indexOf(number.charAt(0)) >= 0
        && taxonomy.findAdditive(number.substring(1)).isPresent();
  }

  // Where an animal's additive has the number, that is what it may be.
  private boolean isAnimalAdditive(String number) {
    return number.length() >= 3
        && taxonomy
            .findAdditive(number)
            .filter(entry -> entry.status() == Status.NON_VEGAN)
            .isPresent();
  }

  private void additive(String number) {
    if (number.length() >= 3) {
      Finding additive =
          taxonomy.findAdditive(number).map(Finding::of).orElse(Finding.UNRECOGNISED);
      finding = worse(finding, additive);
    }
  }

  private static Finding worse(@Nullable Finding one, Finding other) {
    return one == null || one.has(Trait.CLASS) || Severity.of(other) > Severity.of(one)
        ? other
        : one;
  }

  private @Nullable Finding whole() {
    // So many things side by side are a list without its commas.
    if (animal != null && (nouns >= LIST || isListOfThree())) {
      return animal;
    }
    if (nouns >= LIST && doubt != null && finding != null && finding.is(Status.VEGAN)) {
      return doubt;
    }
    if (beforeOf == null || finding == null) {
      Finding only = finding == null ? beforeOf : finding;
      return only == null && partOfFood ? Finding.of(ReasonCode.RECIPE) : only;
    }
    boolean stated = finding.is(Status.NON_VEGAN) && !beforeOf.is(Status.NON_VEGAN);
    return stated && !isTaste(beforeOf) ? finding : Composition.of(finding, beforeOf, Joint.STATED);
  }

  // "oats milk salt": what no animal's name ends in stands for itself.
  private boolean isListOfThree() {
    return nouns == LIST - 1
        && joint != Joint.HEAD_FIRST
        && !ofSeen
        && finding != null
        && finding.is(Status.VEGAN)
        && last != null
        && last.is(Status.VEGAN)
        && !last.has(Trait.FORM)
        && !last.has(Trait.PURPOSE);
  }

  // "arôme de poulet" tastes of the bird, "épices pour poulet" go with it.
  private static boolean isTaste(Finding head) {
    return head.reason() == ReasonCode.FLAVOURING || head.has(Trait.PURPOSE);
  }
}
