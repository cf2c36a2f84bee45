package koalens.engine.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import koalens.engine.text.Token;
import koalens.engine.text.Tokenizer;
import org.jspecify.annotations.Nullable;

/// Everything the engine knows. Immutable and thread-safe.
public final class KnowledgeBase {
  private final CompiledKnowledge compiled;
  private final Taxonomy taxonomy;
  private final Lexicon lexicon;
  private final Dictionary dictionary;
  private final EntryNames shown;
  private final Tokenizer tokenizer;
  private volatile @Nullable NameIndex index;

  KnowledgeBase(CompiledKnowledge compiled, EntryNames shown, Tokenizer tokenizer) {
    this.compiled = compiled;
    this.taxonomy = new Taxonomy(compiled.entries());
    this.lexicon = compiled.lexicon();
    this.dictionary = Dictionary.of(taxonomy, lexicon);
    this.shown = shown;
    this.tokenizer = tokenizer;
  }

  /// The knowledge the engine was built with.
  ///
  /// @param tokenizer folds what people search for
  public static KnowledgeBase standard(Tokenizer tokenizer) {
    return new KnowledgeBase(CompiledKnowledge.standard(), EntryNames.standard(), tokenizer);
  }

  /// Knowledge from elsewhere, as [KnowledgeBuilder#writeTo] wrote it.
  ///
  /// @param tokenizer folds what people search for
  /// @param resources opens a file of it by its name; gives nothing for one that is not there
  /// @throws IOException when it cannot be read, or is of another version of the engine
  public static KnowledgeBase read(
      Tokenizer tokenizer, Function<String, @Nullable InputStream> resources) throws IOException {
    return new KnowledgeBase(
        CompiledKnowledge.read(resources), new EntryNames(resources), tokenizer);
  }

  CompiledKnowledge compiled() {
    return compiled;
  }

  /// The name to show for every entry in a language, by id.
  Map<String, String> shown(String language) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Entry entry : taxonomy.entries()) {
      String name = shown(entry, language);
      if (name != null) {
        names.put(entry.id(), name);
      }
    }
    return names;
  }

  private @Nullable String shown(Entry entry, String language) {
    return shown.find(language, compiled.entries().number(entry.id()));
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

  /// All names of an entry in a language: the one to show as people write it, then the others as
  /// they are looked up, folded; empty when it has none there.
  public List<String> names(String id, String language) {
    int number = compiled.entries().number(id);
    String first = number < 0 ? null : shown.find(language, number);
    if (first == null) {
      return List.of();
    }
    String folded = String.join(" ", tokenizer.words(first));
    return Stream.concat(
            Stream.of(first),
            index().of(id, lexicon.languages().set(language)).stream()
                .filter(name -> !name.equals(folded)))
        .toList();
  }

  private NameIndex index() {
    NameIndex made = index;
    if (made == null) {
      made = new NameIndex(compiled.automaton(), compiled.meanings(), compiled.entries());
      index = made;
    }
    return made;
  }

  /// The name to show: in the language, else in any, else the id.
  public String name(Entry entry, String language) {
    return Stream.concat(Stream.of(language), languages().stream())
        .flatMap(code -> Stream.ofNullable(shown(entry, code)))
        .findFirst()
        .orElse(entry.id());
  }

  /// The sentence for a reason, with `{name}` where the ingredient's name belongs.
  ///
  /// @throws IllegalArgumentException when the language gives no reasons; see [#speaks(String)]
  public String sentence(ReasonCode code, String language) {
    return compiled.sentences().get(code, language);
  }

  /// Whether reasons can be given in the language.
  public boolean speaks(String language) {
    return compiled.sentences().speak(language);
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
    return new TermLookup(dictionary, languages.setting(place));
  }

  /// Entries with a name in the language that begins with the text, best first: whole names, then
  /// shorter before longer ones; then entries whose shown name contains it.
  ///
  /// @param limit how many at most
  public List<Entry> search(String text, String language, int limit) {
    String folded = String.join(" ", tokenizer.words(text));
    if (folded.isEmpty()) {
      return List.of();
    }
    Stream<Entry> beginning =
        lexicon.beginningWith(folded, lexicon.languages().set(language)).stream();
    Stream<Entry> containing =
        taxonomy.entries().stream().filter(entry -> contains(entry, language, folded));
    return Stream.concat(beginning, containing).distinct().limit(limit).toList();
  }

  private boolean contains(Entry entry, String language, String text) {
    String name = shown(entry, language);
    return entry.id().contains(text) || (name != null && name.contains(text));
  }
}
