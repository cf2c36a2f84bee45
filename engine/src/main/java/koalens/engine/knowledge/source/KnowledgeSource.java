package koalens.engine.knowledge.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import koalens.engine.parsing.LabelPhrase;

/// The knowledge folder as written, before it is checked.
public final class KnowledgeSource {
  private final List<SourceConcept> concepts;
  private final List<SourceLanguage> languages;

  private KnowledgeSource(List<SourceConcept> concepts, List<SourceLanguage> languages) {
    this.concepts = List.copyOf(concepts);
    this.languages = List.copyOf(languages);
  }

  /// Reads the folder `src/main/knowledge`.
  ///
  /// @throws KnowledgeFault when a line cannot be read, naming it
  public static KnowledgeSource read(Path folder) {
    List<SourceConcept> concepts =
        children(folder.resolve("concepts")).stream()
            .flatMap(file -> Block.read(file).stream())
            .map(SourceConcept::of)
            .toList();
    List<SourceLanguage> languages =
        children(folder.resolve("languages")).stream().map(KnowledgeSource::language).toList();
    return new KnowledgeSource(concepts, languages);
  }

  /// Every block of names, with its examples, in every language.
  public List<SourceNames> names() {
    return languages.stream().flatMap(language -> language.names().stream()).toList();
  }

  /// Every label text with its verdict, in every language.
  public List<SourceExample> examples() {
    return languages.stream().flatMap(language -> language.examples().stream()).toList();
  }

  List<SourceConcept> concepts() {
    return concepts;
  }

  /// How labels are written, of all languages.
  public List<LabelPhrase> phrases() {
    return languages.stream().flatMap(language -> language.phrases().stream()).toList();
  }

  List<SourceLanguage> languages() {
    return languages;
  }

  private static SourceLanguage language(Path folder) {
    String code = String.valueOf(folder.getFileName());
    var names = new ArrayList<SourceNames>();
    for (Path file : children(folder.resolve("names"))) {
      Block.read(file).forEach(block -> names.add(SourceNames.of(code, block)));
    }
    var words = new LinkedHashMap<String, List<String>>();
    keyed(folder.resolve("words.txt"), ":")
        .forEach((key, value) -> words.put(key, Block.split(value, ",")));
    Path reasons = folder.resolve("reasons.txt");
    return new SourceLanguage(
        code,
        words,
        phrases(code, folder.resolve("label.txt")),
        Files.exists(reasons) ? keyed(reasons, "=") : Map.of(),
        names,
        examples(code, folder.resolve("examples.txt")));
  }

  private static List<LabelPhrase> phrases(String code, Path file) {
    var phrases = new ArrayList<LabelPhrase>();
    for (Block block : Block.read(file)) {
      int colon = block.head().indexOf(':');
      if (colon < 1) {
        throw new KnowledgeFault(block.place(), "expected 'key: phrase | phrase'");
      }
      LabelPhrase.Kind kind = kind(block.place(), block.head().substring(0, colon).strip());
      for (String phrase : Block.split(block.head().substring(colon + 1), "\\|")) {
        List<String> words = Words.of(phrase);
        if (!words.isEmpty()) {
          phrases.add(new LabelPhrase(code, kind, words));
        }
      }
    }
    return phrases;
  }

  private static LabelPhrase.Kind kind(Place place, String key) {
    try {
      return LabelPhrase.Kind.named(key);
    } catch (IllegalArgumentException e) {
      throw new KnowledgeFault(place, "no kind of phrase '" + key + "'");
    }
  }

  private static List<SourceExample> examples(String code, Path file) {
    return Files.exists(file)
        ? Block.read(file).stream().map(block -> SourceExample.of(code, block)).toList()
        : List.of();
  }

  private static Map<String, String> keyed(Path file, String separator) {
    var values = new LinkedHashMap<String, String>();
    for (Block block : Block.read(file)) {
      int at = block.head().indexOf(separator);
      if (at < 1) {
        throw new KnowledgeFault(block.place(), "expected 'key " + separator + " value'");
      }
      String key = block.head().substring(0, at).strip();
      values.merge(key, block.head().substring(at + 1).strip(), (a, b) -> a + ", " + b);
    }
    return values;
  }

  private static List<Path> children(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the folder " + folder, e);
    }
  }
}
