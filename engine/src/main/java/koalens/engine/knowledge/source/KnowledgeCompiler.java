package koalens.engine.knowledge.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import koalens.engine.knowledge.Entry;
import koalens.engine.knowledge.KnowledgeBuilder;
import koalens.engine.knowledge.ReasonCode;
import koalens.engine.knowledge.WordClass;
import koalens.engine.parsing.LabelPhrase;
import koalens.engine.parsing.LabelPhrases;

/// Compiles the knowledge folder into the resources the engine reads. Run by the build.
public final class KnowledgeCompiler {
  private KnowledgeCompiler() {}

  /// Compiles `arguments[0]`, the knowledge folder, into `arguments[1]`, the class folder. Prints
  /// every fault and exits with 1 when there is any. Does nothing when neither the knowledge nor
  /// the engine changed since the last time.
  public static void main(String[] arguments) throws IOException {
    Path knowledge = Path.of(arguments[0]);
    Path classes = Path.of(arguments[1]);
    Path stamp = classes.resolveSibling("knowledge.stamp");
    String current = Fingerprint.of(knowledge, classes.resolve("koalens/engine"));
    boolean made = Files.exists(stamp) && Files.exists(classes.resolve("koalens/knowledge"));
    if (made && Files.readString(stamp).equals(current)) {
      return;
    }
    compile(knowledge, classes);
    Files.writeString(stamp, current);
  }

  private static void compile(Path knowledge, Path classes) throws IOException {
    KnowledgeSource source = KnowledgeSource.read(knowledge);
    KnowledgeCheck check = KnowledgeCheck.of(source);
    if (!check.faults().isEmpty()) {
      check.faults().forEach(System.err::println);
      System.err.println(check.faults().size() + " faults in the knowledge files");
      System.exit(1);
    }
    write(source, check.entries(), classes.resolve("koalens/knowledge"));
  }

  private static void write(KnowledgeSource source, Map<String, Entry> entries, Path target)
      throws IOException {
    compiled(source, entries).writeTo(target);
    LabelPhrases.write(source.phrases(), target);
  }

  private static KnowledgeBuilder compiled(KnowledgeSource source, Map<String, Entry> entries) {
    var builder =
        KnowledgeBuilder.of(
            source.languages().stream().map(SourceLanguage::rules).toList(),
            List.copyOf(entries.values()));
    for (SourceLanguage language : source.languages()) {
      words(language, builder);
      var spellings = new Spellings(language);
      for (SourceNames block : language.names()) {
        names(block, builder);
      }
      for (SourceNames block : language.names()) {
        spellings.of(block).forEach(words -> builder.spelling(language.code(), block.id(), words));
      }
      language
          .reasons()
          .forEach(
              (code, text) -> builder.sentence(language.code(), ReasonCode.valueOf(code), text));
    }
    return builder;
  }

  private static void words(SourceLanguage language, KnowledgeBuilder builder) {
    language
        .classes()
        .forEach((wordClass, words) ->
            words.forEach(word -> builder.word(language.code(), wordClass, Words.of(word))));
    builder.word(language.code(), WordClass.AND, List.of("&"));
    language.phrases().forEach(phrase -> builder.heading(language.code(), phrase.words()));
    language.phrases().stream()
        .filter(phrase -> phrase.kind() == LabelPhrase.Kind.FREE_FROM)
        .forEach(
            phrase -> builder.wordSpelling(language.code(), WordClass.WITHOUT, phrase.words()));
  }

  private static void names(SourceNames block, KnowledgeBuilder builder) {
    for (String name : block.names()) {
      builder.shown(block.language(), block.id(), name);
      builder.name(block.language(), block.id(), Words.of(name));
    }
    block
        .adjectives()
        .forEach(adjective -> builder.adjective(block.language(), block.id(), Words.of(adjective)));
    block
        .stems()
        .forEach(
            stem -> builder.stem(block.language(), block.id(), String.join("", Words.of(stem))));
  }
}
