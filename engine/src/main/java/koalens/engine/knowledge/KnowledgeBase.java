package koalens.engine.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import koalens.engine.text.Tokenizer;
import org.jspecify.annotations.Nullable;

/// Everything the engine knows, compiled into it. Immutable and thread-safe.
public final class KnowledgeBase {
  private final Taxonomy taxonomy;
  private final Map<String, Lexicon> lexicons;
  private final Map<String, Map<ReasonCode, String>> sentences;
  private final Misreadings misreadings;
  private final String version;

  KnowledgeBase(
      Taxonomy taxonomy,
      Map<String, Lexicon> lexicons,
      Map<String, Map<ReasonCode, String>> sentences,
      Misreadings misreadings,
      String version) {
    this.taxonomy = taxonomy;
    this.lexicons = lexicons;
    this.sentences = sentences;
    this.misreadings = misreadings;
    this.version = version;
  }

  /// The knowledge the engine was built with.
  public static KnowledgeBase standard(Tokenizer tokenizer) {
    return KnowledgeReader.readStandard(tokenizer);
  }

  /// The entries themselves.
  public Taxonomy taxonomy() {
    return taxonomy;
  }

  /// The languages it has names in, as ISO 639-1 codes.
  public List<String> languages() {
    return List.copyOf(lexicons.keySet());
  }

  /// A short mark that changes whenever the knowledge does.
  public String version() {
    return version;
  }

  /// All names of an entry in a language, the one to show first; empty when it has none there.
  public List<String> names(String id, String language) {
    Lexicon lexicon = lexicons.get(language);
    return lexicon == null ? List.of() : List.copyOf(lexicon.names(id));
  }

  /// The name to show: in the language, else in any, else the id.
  public String name(Entry entry, String language) {
    return Stream.concat(Stream.of(language), lexicons.keySet().stream())
        .flatMap(code -> names(entry.id(), code).stream().limit(1))
        .findFirst()
        .orElse(entry.id());
  }

  /// The sentence for a reason, with `{name}` where the ingredient's name belongs.
  public String sentence(ReasonCode code, String language) {
    Map<ReasonCode, String> inLanguage = sentences.get(language);
    if (inLanguage == null) {
      throw new IllegalArgumentException("no reasons in language '" + language + "'");
    }
    return inLanguage.getOrDefault(code, code.name());
  }

  /// Whether reasons can be given in the language.
  public boolean speaks(String language) {
    return sentences.containsKey(language);
  }

  /// A look-up that tries the languages in this order, then all others.
  public TermLookup lookup(List<String> languages) {
    return new TermLookup(taxonomy, inOrder(languages), misreadings);
  }

  private List<Lexicon> inOrder(List<String> languages) {
    var ordered = new ArrayList<Lexicon>();
    languages.forEach(language -> addIfKnown(ordered, lexicons.get(language)));
    lexicons.values().forEach(lexicon -> addIfKnown(ordered, lexicon));
    return ordered;
  }

  private static void addIfKnown(List<Lexicon> ordered, @Nullable Lexicon lexicon) {
    if (lexicon != null && !ordered.contains(lexicon)) {
      ordered.add(lexicon);
    }
  }

  /// The language that knows most of the words, if one knows any; names count twice.
  public Optional<String> likeliestLanguage(List<String> words) {
    String likeliest = null;
    int most = 0;
    for (Lexicon lexicon : lexicons.values()) {
      int known = known(lexicon, words);
      if (known > most) {
        likeliest = lexicon.language();
        most = known;
      }
    }
    return Optional.ofNullable(likeliest);
  }

  private static int known(Lexicon lexicon, List<String> words) {
    int known = 0;
    for (int at = 0; at < words.size(); ) {
      Phrases.Match match = lexicon.longest(words, at);
      known += match == null ? 0 : match.words() * weight(match.meaning());
      at += match == null ? 1 : match.words();
    }
    return known;
  }

  private static int weight(Meaning meaning) {
    return switch (meaning) {
      case Meaning.Names _ -> 2;
      case Meaning.Says _ -> 1;
    };
  }

  /// Entries with a name in the language that contains the text, best first: whole names, then
  /// beginnings, then the rest.
  ///
  /// @param limit how many at most
  public List<Entry> search(String text, String language, int limit) {
    String folded = text.strip().toLowerCase(Locale.ROOT);
    return taxonomy.entries().stream()
        .map(entry -> Map.entry(entry, rank(entry, language, folded)))
        .filter(ranked -> ranked.getValue() < Integer.MAX_VALUE)
        .sorted(Comparator.comparingInt(Map.Entry::getValue))
        .limit(limit)
        .map(Map.Entry::getKey)
        .toList();
  }

  private int rank(Entry entry, String language, String text) {
    return Stream.concat(Stream.of(entry.id()), names(entry.id(), language).stream())
        .mapToInt(name -> rank(name, text))
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  private static int rank(String name, String text) {
    if (name.equals(text)) {
      return 0;
    }
    if (name.startsWith(text)) {
      return 1000 + name.length();
    }
    return name.contains(text) ? 2000 + name.length() : Integer.MAX_VALUE;
  }
}
