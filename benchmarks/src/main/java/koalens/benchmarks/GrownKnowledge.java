package koalens.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import koalens.engine.knowledge.Entry;
import koalens.engine.knowledge.KnowledgeBase;
import koalens.engine.knowledge.KnowledgeBuilder;
import koalens.engine.text.Tokenizer;
import org.jspecify.annotations.Nullable;

/// The engine's knowledge grown to many times its size: every entry gets twins, with as many names
/// in as many languages, each spelled like one of its own with letters changed; they speak for no
/// language. Made once for each version of the knowledge and kept in the folder for temporary
/// files.
final class GrownKnowledge {
  private static final int CHANGED = 4;

  private final KnowledgeBase base;
  private final Tokenizer tokenizer;
  private final Random random = new Random(17);

  private GrownKnowledge(KnowledgeBase base, Tokenizer tokenizer) {
    this.base = base;
    this.tokenizer = tokenizer;
  }

  /// The knowledge, so many times as large; once is the engine's own.
  static KnowledgeBase times(int times) throws IOException {
    Tokenizer tokenizer = Tokenizer.standard();
    KnowledgeBase base = KnowledgeBase.standard(tokenizer);
    if (times == 1) {
      return base;
    }
    Path folder =
        Path.of(
            System.getProperty("java.io.tmpdir"),
            "koalens-knowledge-" + base.version() + "-x" + times);
    if (!Files.exists(folder)) {
      Path made = Files.createTempDirectory("koalens-knowledge");
      new GrownKnowledge(base, tokenizer).builder(times).writeTo(made);
      Files.move(made, folder);
    }
    return KnowledgeBase.read(tokenizer, file -> open(folder.resolve(file)));
  }

  private static @Nullable InputStream open(Path file) {
    try {
      return Files.exists(file) ? Files.newInputStream(file) : null;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private KnowledgeBuilder builder(int times) {
    var twins = new ArrayList<Entry>();
    for (Entry entry : base.taxonomy().entries()) {
      for (int twin = 1; twin < times; twin++) {
        twins.add(
            new Entry(
                entry.id() + "~" + twin,
                entry.status(),
                entry.reason(),
                entry.traits(),
                entry.ancestors(),
                entry.source()));
      }
    }
    KnowledgeBuilder builder = KnowledgeBuilder.extending(base, twins);
    for (String language : base.languages()) {
      for (Entry entry : base.taxonomy().entries()) {
        List<String> names = base.names(entry.id(), language);
        for (int twin = 1; twin < times; twin++) {
          name(entry.id() + "~" + twin, language, names, builder);
        }
      }
    }
    return builder;
  }

  private void name(String twin, String language, List<String> names, KnowledgeBuilder builder) {
    for (String name : names) {
      List<String> words = tokenizer.words(changed(name));
      if (!words.isEmpty() && !builder.knows(language, words)) {
        builder.shown(language, twin, String.join(" ", words));
        builder.spelling(language, twin, words);
      }
    }
  }

  // Two of the first letters become others: as in a real language, endings stay those of others,
  // and the automaton stays small enough to be made while one waits.
  private String changed(String name) {
    var changed = new StringBuilder(name);
    for (int i = 0; i < 2; i++) {
      int at = random.nextInt(Math.min(CHANGED, changed.length()));
      if (Character.isLetter(changed.charAt(at))) {
        changed.setCharAt(at, (char) ('a' + random.nextInt(26)));
      }
    }
    return changed.toString();
  }
}
