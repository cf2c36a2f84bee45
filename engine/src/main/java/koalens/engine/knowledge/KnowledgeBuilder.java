package koalens.engine.knowledge;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import koalens.engine.packed.PackedTexts;

/// Compiles knowledge: names are given as folded words, everything else as it is. Not thread-safe;
/// used once.
public final class KnowledgeBuilder {
  private final Languages languages;
  private final List<Entry> entries;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final LexiconBuilder lexicon = new LexiconBuilder();
  private final Map<String, Map<ReasonCode, String>> sentences = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> names = new LinkedHashMap<>();

  private KnowledgeBuilder(Languages languages, List<Entry> entries) {
    this.languages = languages;
    this.entries = List.copyOf(entries);
    entries.forEach(entry -> numbers.put(entry.id(), numbers.size()));
  }

  /// How a language builds its words.
  ///
  /// @param code ISO 639-1
  /// @param links what may stand between the parts of a compound word; `""` for nothing
  /// @param endings what a name may carry at its end
  /// @param heads words too short to be any part of a compound that may yet be its head
  /// @param headFirst whether of two nouns side by side the first is the thing itself
  public record Language(
      String code,
      List<String> links,
      List<String> endings,
      List<String> heads,
      boolean headFirst) {}

  /// Begins with the languages and the entries.
  public static KnowledgeBuilder of(List<Language> languages, List<Entry> entries) {
    List<LanguageRules> rules =
        languages.stream()
            .map(l -> new LanguageRules(l.code(), l.links(), l.endings(), l.heads(), l.headFirst()))
            .toList();
    return new KnowledgeBuilder(new Languages(rules), entries);
  }

  /// Continues from knowledge that is compiled already, with more entries.
  public static KnowledgeBuilder extending(KnowledgeBase base, List<Entry> more) {
    CompiledKnowledge compiled = base.compiled();
    var builder =
        new KnowledgeBuilder(
            compiled.languages(),
            Stream.concat(compiled.entries().stream(), more.stream()).toList());
    builder.lexicon.addAll(compiled.automaton(), compiled.meanings());
    builder.sentences.putAll(compiled.sentences().byLanguage());
    for (String language : compiled.languages().codes()) {
      builder.names.put(language, base.shown(language));
    }
    return builder;
  }

  /// Whether the words are a name, or a class of words, in the language already.
  public boolean knows(String language, List<String> words) {
    return lexicon.knows(words, languages.set(language));
  }

  /// The name to show for an entry; the first one given stays.
  public void shown(String language, String id, String name) {
    names.computeIfAbsent(language, _ -> new LinkedHashMap<>()).putIfAbsent(id, name);
  }

  /// A name of an entry, by its words.
  public void name(String language, String id, List<String> words) {
    add(language, words, Reference.NAME, number(id));
    lexicon.speak(languages.set(language), words);
  }

  /// Another spelling of a name: found, but speaking for no language.
  public void spelling(String language, String id, List<String> words) {
    add(language, words, Reference.NAME, number(id));
  }

  /// A form that occurs only inside compound words.
  public void stem(String language, String id, String stem) {
    add(language, List.of(stem), Reference.STEM, number(id));
  }

  /// An adjective that says of what another word's thing is made.
  public void adjective(String language, String id, List<String> words) {
    add(language, words, Reference.ADJECTIVE, number(id));
    lexicon.speak(languages.set(language), words);
  }

  /// Words that name no ingredient.
  public void word(String language, WordClass wordClass, List<String> words) {
    add(language, words, Reference.WORD, Reference.WORD_CLASSES.indexOf(wordClass));
    lexicon.speak(languages.set(language), words);
  }

  /// The same, speaking for no language.
  public void wordSpelling(String language, WordClass wordClass, List<String> words) {
    add(language, words, Reference.WORD, Reference.WORD_CLASSES.indexOf(wordClass));
  }

  /// Words that only tell the language: headings and phrases of labels.
  public void heading(String language, List<String> words) {
    lexicon.speak(languages.set(language), words);
  }

  /// The sentence for a reason, with `{name}` where the ingredient's name belongs.
  public void sentence(String language, ReasonCode code, String sentence) {
    sentences.computeIfAbsent(language, _ -> new EnumMap<>(ReasonCode.class)).put(code, sentence);
  }

  private int number(String id) {
    Integer number = numbers.get(id);
    if (number == null) {
      throw new IllegalArgumentException("no concept '" + id + "'");
    }
    return number;
  }

  private void add(String language, List<String> words, int use, int index) {
    lexicon.add(words, languages.set(language), Reference.to(use, index));
  }

  /// Writes what the engine reads: `knowledge.bin`, `names.bin`, and what to show in each language.
  public void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    CompiledKnowledge unmarked = compiled();
    try (var out = output(folder.resolve(CompiledKnowledge.FILE));
        var automaton = output(folder.resolve(CompiledKnowledge.NAMES_FILE))) {
      unmarked.marked("%08x".formatted(checksum(unmarked))).write(out, automaton);
    }
    for (String code : languages.codes()) {
      try (var out = output(folder.resolve(EntryNames.file(code)))) {
        Map<String, String> shown = names.getOrDefault(code, Map.of());
        PackedTexts.of(numbers.keySet().stream().map(id -> shown.getOrDefault(id, "")).toList())
            .write(out);
      }
    }
  }

  private CompiledKnowledge compiled() {
    Automaton automaton = lexicon.automaton();
    return new CompiledKnowledge(
        "",
        languages,
        Entries.of(entries),
        automaton,
        lexicon.meanings(automaton),
        new Sentences(sentences));
  }

  private static long checksum(CompiledKnowledge knowledge) throws IOException {
    var checksum = new CRC32();
    var out =
        new DataOutputStream(
            new CheckedOutputStream(java.io.OutputStream.nullOutputStream(), checksum));
    knowledge.write(out, out);
    return checksum.getValue();
  }

  private static DataOutputStream output(Path file) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
  }
}
