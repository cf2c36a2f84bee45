package koalens.backend.analysis;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import koalens.backend.analysis.advice.Advisers;
import koalens.backend.experiment.Exposure;
import koalens.backend.reading.QualityIssue;
import koalens.engine.knowledge.KnowledgeBase;
import koalens.engine.knowledge.ReasonCode;
import koalens.engine.knowledge.Status;
import koalens.engine.verdict.JudgedIngredient;
import koalens.engine.verdict.Judgement;
import koalens.engine.verdict.Verdict;

/// Says in a person's language why things are as they are. Immutable.
final class Reasoning {
  private static final String FALLBACK = "sv";

  private final KnowledgeBase knowledge;
  private final Map<String, ReasoningWords> words = new HashMap<>();

  Reasoning(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    knowledge.languages().stream()
        .filter(knowledge::speaks)
        .forEach(language -> words.put(language, ReasoningWords.in(language)));
  }

  /// The language to answer in.
  String language(String wanted, String detected) {
    if (words.containsKey(wanted)) {
      return wanted;
    }
    return words.containsKey(detected) ? detected : FALLBACK;
  }

  /// The language to ask a provider for while the label's own is not known.
  String languageUnseen(String wanted) {
    return words.containsKey(wanted) ? wanted : AnalysisRequest.AS_DETECTED;
  }

  /// Why an ingredient has its status.
  String reason(JudgedIngredient ingredient, String language) {
    return knowledge
        .sentence(ingredient.reason().code(), language)
        .replace("{name}", ingredient.reason().name());
  }

  /// What decided the verdict, in one sentence.
  String sentence(Judgement judgement, String language) {
    ReasoningWords spoken = words(language);
    return switch (judgement.verdict()) {
      case Verdict.Vegan _ -> spoken.sentence("vegan");
      case Verdict.NonVegan(var evidence) ->
          spoken.sentence(
              judgement.contradictsItself() ? "non-vegan-claim" : "non-vegan", deciding(evidence));
      case Verdict.MaybeVegan(var evidence) -> spoken.sentence("maybe-vegan", deciding(evidence));
      case Verdict.Unknown(var unrecognised) -> unknown(judgement, unrecognised, spoken);
    };
  }

  /// Why a text settles nothing that may be trusted so far.
  String sentence(Judgement judgement, Trust trust, String language) {
    return switch (trust) {
      case WHOLE -> sentence(judgement, language);
      case INCOMPLETE ->
          isVeganAsFar(judgement)
              ? words(language).sentence("incomplete")
              : sentence(judgement, language);
      case UNREAD -> words(language).sentence("unread");
    };
  }

  private static boolean isVeganAsFar(Judgement judgement) {
    return judgement.listFound()
        && !judgement.truncated()
        && judgement.contents().noneMatch(one -> one.status() == Status.UNKNOWN);
  }

  /// What a person can do for a better picture.
  String advice(QualityIssue issue, String language) {
    String word = issue.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return words(language).sentence("advice-" + word);
  }

  /// Says that the provider that was to answer did not, and who did.
  String notice(Exposure exposure, String language) {
    ReasoningWords spoken = words(language);
    String assigned = spoken.sentence(exposure.assignment().variant());
    return spoken
        .sentence(exposure.served().equals(Advisers.LOCAL) ? "unadvised" : "replaced")
        .replace("{assigned}", assigned)
        .replace("{served}", spoken.sentence(exposure.served()));
  }

  private ReasoningWords words(String language) {
    ReasoningWords spoken = words.get(language);
    if (spoken == null) {
      throw new IllegalArgumentException("no reasons in language '" + language + "'");
    }
    return spoken;
  }

  private static String unknown(
      Judgement judgement, List<JudgedIngredient> unrecognised, ReasoningWords spoken) {
    if (!judgement.listFound()) {
      return spoken.sentence("no-list");
    }
    return unrecognised.isEmpty()
        ? spoken.sentence("truncated")
        : spoken.sentence("unknown", deciding(unrecognised));
  }

  /// The names that decide: of a compound ingredient the part, not the whole.
  private static List<String> deciding(List<JudgedIngredient> evidence) {
    List<String> names = names(evidence, one -> !isForItsParts(one.reason().code()));
    return names.isEmpty() ? names(evidence, _ -> true) : names;
  }

  private static List<String> names(
      List<JudgedIngredient> evidence, Predicate<JudgedIngredient> wanted) {
    var names = new LinkedHashSet<String>();
    for (JudgedIngredient one : evidence) {
      if (wanted.test(one)) {
        names.add(inSentence(one.reason().name()));
      }
    }
    return List.copyOf(names);
  }

  private static boolean isForItsParts(ReasonCode code) {
    return code == ReasonCode.ANIMAL_IN_PARTS
        || code == ReasonCode.MAYBE_IN_PARTS
        || code == ReasonCode.UNKNOWN_IN_PARTS;
  }

  // Labels print "Mjölk" and "MJÖLK" where a sentence has "mjölk"; "E471" and "D3" stay.
  private static String inSentence(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    if (small.equals(name) || name.length() <= 2 || hasDigit(name)) {
      return name;
    }
    String rest = name.substring(1);
    boolean capital = rest.equals(rest.toLowerCase(Locale.ROOT));
    return capital || name.equals(name.toUpperCase(Locale.ROOT)) ? small : name;
  }

  private static boolean hasDigit(String name) {
    for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
      if (Character.isDigit(name.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }
}
