package koalens.engine.knowledge.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import koalens.engine.knowledge.Entry;

/// Compiles the knowledge folder into the resources the engine reads. Run by the build.
public final class KnowledgeCompiler {
  private KnowledgeCompiler() {}

  /// Compiles `arguments[0]`, the knowledge folder, into `arguments[1]`, the class folder. Prints
  /// every fault and exits with 1 when there is any.
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    KnowledgeSource source = KnowledgeSource.read(folder);
    var inheritance = new Inheritance(source.concepts());
    Map<String, Entry> entries = inheritance.entries();
    List<String> faults = new ArrayList<>(inheritance.faults());
    for (SourceLanguage language : source.languages()) {
      faults.addAll(new NameCheck(entries).faults(language));
    }
    faults.addAll(ExampleCheck.faults(source));
    if (!faults.isEmpty()) {
      faults.forEach(System.err::println);
      System.err.println(faults.size() + " faults in the knowledge files");
      System.exit(1);
    }
    write(source, entries, folder, Path.of(arguments[1], "koalens", "knowledge"));
  }

  private static void write(
      KnowledgeSource source, Map<String, Entry> entries, Path folder, Path target)
      throws IOException {
    Files.createDirectories(target);
    Files.write(target.resolve("knowledge.tsv"), compiled(source, entries));
    List<String> codes = source.languages().stream().map(SourceLanguage::code).toList();
    Files.write(target.resolve("languages.txt"), codes);
    for (String code : codes) {
      Path label = target.resolve("languages/" + code + "/label.txt");
      Files.createDirectories(target.resolve("languages/" + code));
      Files.copy(
          folder.resolve("languages/" + code + "/label.txt"),
          label,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static List<String> compiled(KnowledgeSource source, Map<String, Entry> entries) {
    var lines = new ArrayList<String>();
    source.languages().forEach(language -> lines.add(header(language)));
    entries.values().forEach(entry -> lines.add(concept(entry)));
    source.languages().forEach(language -> language(language, lines));
    lines.addFirst("version\t" + checksum(lines));
    return lines;
  }

  private static String header(SourceLanguage language) {
    return String.join(
        "\t",
        "language",
        language.code(),
        list(language.words().getOrDefault("links", List.of())),
        list(language.words().getOrDefault("endings", List.of())));
  }

  private static String concept(Entry entry) {
    return String.join(
        "\t",
        "concept",
        entry.id(),
        entry.status().name(),
        entry.reason().name(),
        entry.traits().stream().map(Enum::name).sorted().collect(Collectors.joining("|")),
        list(entry.ancestors()),
        entry.source().orElse(""));
  }

  private static void language(SourceLanguage language, List<String> lines) {
    String code = language.code();
    language
        .words()
        .forEach((key, words) -> {
          if (!key.equals("links") && !key.equals("endings")) {
            lines.add(String.join("\t", "word", code, Words.constant(key), list(words)));
          }
        });
    for (SourceNames block : language.names()) {
      lines.add(String.join("\t", "name", code, block.id(), list(block.names())));
    }
    for (SourceNames block : language.names()) {
      if (!block.stems().isEmpty()) {
        lines.add(String.join("\t", "stem", code, block.id(), list(block.stems())));
      }
      if (!block.adjectives().isEmpty()) {
        lines.add(String.join("\t", "adjective", code, block.id(), list(block.adjectives())));
      }
    }
    language
        .reasons()
        .forEach((key, text) -> lines.add(String.join("\t", "reason", code, key, text)));
  }

  private static String list(Collection<String> texts) {
    return String.join("|", texts);
  }

  private static String checksum(List<String> lines) {
    var checksum = new CRC32();
    lines.forEach(line -> checksum.update(line.getBytes(StandardCharsets.UTF_8)));
    return "%08x".formatted(checksum.getValue());
  }
}
