package koalens.backend.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Knows the heading of an ingredient list, also with a letter or two misread, or glued to another
/// one or to the list: *Ingredienser/Ainekset:vatten*.
final class ListHeading {
  private static final List<String> HEADINGS =
      List.of(
          "ingredienser",
          "ingrediens",
          "ingrediensförteckning",
          "innehållsförteckning",
          "sammansättning",
          "ingredients",
          "ingredient",
          "ingrédients",
          "ingredientes",
          "ingredienti",
          "ingrediënten",
          "ingredienten",
          "ingrediensliste",
          "zutaten",
          "zutat",
          "składniki",
          "skład",
          "sklad",
          "ainesosat",
          "ainekset",
          "aineosat",
          "koostumus",
          "composition",
          "composición",
          "composizione",
          "samenstelling",
          "zusammensetzung",
          "sammensætning",
          "sammensetning",
          "ingrediënt",
          "ingrediente",
          "ingrédient",
          "ingrediensar",
          "ingredienslista",
          "ingrediensoversigt",
          "ingrediensoversikt",
          "ingrediensfortegnelse",
          "ingrediensdeklaration",
          "innehållsdeklaration",
          "indholdsfortegnelse",
          "indholdsdeklaration",
          "innholdsfortegnelse",
          "innholdsdeklarasjon",
          "varedeklaration",
          "varedeklarasjon",
          "ingrediëntenlijst",
          "ingredientenlijst",
          "ingrediëntendeclaratie",
          "productsamenstelling",
          "zutatenliste",
          "zutatenverzeichnis",
          "składnik",
          "składników",
          "samengesteld",
          "ainesosa",
          "ainesosaluettelo",
          "valmistusaineluettelo",
          "valmistusaineet");

  /// These occur in other sentences: they are headings with a colon only.
  private static final Set<String> WITH_COLON =
      Set.of(
          "innehåll",
          "innehåller",
          "sisältö",
          "råvaror",
          "råvarer",
          "råvareliste",
          "deklaration",
          "deklarasjon",
          "indholdsstoffer",
          "innholdsstoffer",
          "inhaltsstoffe",
          "inhaltsstoff",
          "bestandteile",
          "bestanddelen",
          "grondstoffen",
          "surowce",
          "aine",
          "aineet",
          "aineluettelo",
          "ainek",
          "ingr",
          "ingrd",
          "ingred",
          "ingréd",
          "ing",
          "zut",
          "skł");

  /// What is in the package by weight, not by name.
  private static final Pattern AMOUNT =
      Pattern.compile("^[^:]*+:\\s*+\\d++([.,]\\d++)?+\\s*+(?!%)");

  private static final int SHORTEST_MISREAD = 7;
  private static final Pattern RUN = Pattern.compile("[\\p{L}0-9|!]+");

  /// How a colon is printed or misread.
  private static final Pattern COLON = Pattern.compile("^[:;.,]+");

  /// With what an asterisk is taken for.
  private static final Pattern FOOTNOTE_MARK = Pattern.compile("[*+†‡°¹²³\"”“'’‘].*");

  private static final String ENDS_SENTENCE = ".!?:;|•·)]";

  private ListHeading() {}

  /// Which word of a row is a heading; -1 when none is. One stands where a row or a sentence begins
  /// or has a colon behind it, and in no footnote: *\*Organic ingredients* says nothing new.
  static int at(List<ReadWord> row) {
    for (int i = 0; i < row.size(); i++) {
      if (isAt(row, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isAt(List<ReadWord> row, int i) {
    String word = row.get(i).text();
    boolean colon = word.contains(":") || (i + 1 < row.size() && isColon(row.get(i + 1)));
    boolean heads = opens(row, i) || colon;
    boolean named = in(word).isPresent() || (colon && opensWithColon(row, i));
    return named && heads && !isInFootnote(row, i);
  }

  private static boolean opensWithColon(List<ReadWord> row, int i) {
    return runs(row.get(i).text()).anyMatch(WITH_COLON::contains)
        && !AMOUNT.matcher(ReadLine.text(row.subList(i, row.size()))).find();
  }

  private static boolean isColon(ReadWord word) {
    return word.text().startsWith(":");
  }

  private static boolean opens(List<ReadWord> row, int i) {
    return LanguageMark.areAll(row.subList(0, i)) || endsSentence(row.get(i - 1).text());
  }

  private static boolean endsSentence(String word) {
    return ENDS_SENTENCE.indexOf(word.charAt(word.length() - 1)) >= 0;
  }

  private static boolean isInFootnote(List<ReadWord> row, int i) {
    for (int k = i; k >= 0; k--) {
      if (FOOTNOTE_MARK.matcher(row.get(k).text()).matches()) {
        return true;
      }
      if (k > 0 && endsSentence(row.get(k - 1).text())) {
        return false;
      }
    }
    return false;
  }

  /// The heading a word stands for, wherever it stands.
  static Optional<String> in(String word) {
    return runs(word).flatMap(run -> nearest(run).stream()).findFirst();
  }

  /// Whether nothing of the list is glued to a heading.
  static boolean ends(String word) {
    return runs(word).reduce((_, last) -> last).flatMap(ListHeading::nearest).isPresent();
  }

  /// The word with its heading as it must have been printed; what is glued to that stays.
  static String mended(String word) {
    return RUN.matcher(word)
        .results()
        .flatMap(run -> nearest(small(run)).map(heading -> mended(word, run, heading)).stream())
        .findFirst()
        .orElse(word);
  }

  private static String mended(String word, MatchResult run, String heading) {
    if (small(run).contains(heading)) {
      return word;
    }
    String printed = heading.substring(0, 1).toUpperCase(Locale.ROOT) + heading.substring(1);
    String glued = COLON.matcher(word.substring(run.end())).replaceFirst("");
    return (word.substring(0, run.start()) + printed + ": " + glued).strip();
  }

  private static Stream<String> runs(String word) {
    return RUN.matcher(word).results().map(ListHeading::small);
  }

  private static String small(MatchResult run) {
    return run.group().toLowerCase(Locale.ROOT);
  }

  private static Optional<String> nearest(String run) {
    return HEADINGS.stream()
        .filter(heading -> isNear(run, heading))
        .min((a, b) -> Integer.compare(Distance.between(run, a), Distance.between(run, b)));
  }

  private static boolean isNear(String word, String heading) {
    int most = heading.length() < SHORTEST_MISREAD ? 0 : heading.length() / 5;
    return Math.abs(word.length() - heading.length()) <= most
        && Distance.between(word, heading) <= most;
  }
}
