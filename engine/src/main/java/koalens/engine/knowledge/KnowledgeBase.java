package koalens.engine.knowledge;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import koalens.engine.text.Token;

/// Everything the engine knows. Immutable and thread-safe.
public final class KnowledgeBase {
  private final CompiledKnowledge compiled;
  private final Taxonomy taxonomy;
  private final Lexicon lexicon;
  private final CompoundSplitter compounds;
  private final NearMatches nearMatches;
  private final EntryNames names;

  KnowledgeBase(CompiledKnowledge compiled, EntryNames names) {
    this.compiled = compiled;
    this.taxonomy = new Taxonomy(compiled.entries());
    this.lexicon = compiled.lexicon();
    this.compounds = new CompoundSplitter(lexicon);
    this.nearMatches = new NearMatches(lexicon);
    this.names = names;
  }

  /// The knowledge the engine was built with.
  public static KnowledgeBase standard() {
    return new KnowledgeBase(CompiledKnowledge.standard(), EntryNames.standard());
  }

  /// The entries themselves.
  public Taxonomy taxonomy() {
    return taxonomy;
  }

  /// The languages it has names in, as ISO 639-1 codes.
  public List<String> languages() {
    return lexicon.languages().codes();
  }

  /// A short mark that changes whenever the knowledge does.
  public String version() {
    return compiled.version();
  }

  /// All names of an entry in a language, the one to show first; empty when it has none there.
  public List<String> names(String id, String language) {
    return names.of(id, language);
  }

  /// The name to show: in the language, else in any, else the id.
  public String name(Entry entry, String language) {
    return Stream.concat(Stream.of(language), languages().stream())
        .flatMap(code -> names(entry.id(), code).stream().limit(1))
        .findFirst()
        .orElse(entry.id());
  }

  /// The sentence for a reason, with `{name}` where the ingredient's name belongs.
  ///
  /// @throws IllegalArgumentException when the language gives no reasons; see [#speaks(String)]
  public String sentence(ReasonCode code, String language) {
    Map<ReasonCode, String> inLanguage = compiled.sentences().get(language);
    if (inLanguage == null) {
      throw new IllegalArgumentException("no reasons in language '" + language + "'");
    }
    return inLanguage.getOrDefault(code, code.name());
  }

  /// Whether reasons can be given in the language.
  public boolean speaks(String language) {
    return compiled.sentences().containsKey(language);
  }

  /// The languages of a text.
  ///
  /// @param tokens the whole text
  /// @param hint the language it is said to be in, if any; clear words outweigh it
  public TextLanguages languagesOf(List<Token> tokens, Optional<String> hint) {
    int hinted = hint.map(lexicon.languages()::set).orElse(Languages.NONE);
    return new TextLanguages.Hearing(lexicon, tokens, hinted).languages();
  }

  /// A look-up for words that stand at a place of a text.
  ///
  /// @param place in the text, in UTF-16 units
  public TermLookup lookup(TextLanguages languages, int place) {
    return new TermLookup(
        taxonomy, lexicon, compounds, nearMatches, languages.at(place), languages.document());
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
