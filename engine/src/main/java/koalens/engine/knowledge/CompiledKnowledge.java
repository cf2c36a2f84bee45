package koalens.engine.knowledge;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import koalens.engine.packed.EngineFiles;
import koalens.engine.packed.PackedInput;
import org.jspecify.annotations.Nullable;

/// The knowledge as the build leaves it: blocks that are used as they lie, nothing is parsed.
///
/// @param version changes whenever the knowledge does
/// @param languages in the order of their bits
/// @param entries in the order of their numbers
/// @param automaton all names
/// @param meanings what each name means
/// @param sentences for each language that gives reasons
record CompiledKnowledge(
    String version,
    Languages languages,
    Entries entries,
    Automaton automaton,
    Meanings meanings,
    Sentences sentences) {
  static final String FILE = "knowledge.bin";

  /// Kept apart, since it is packed already: the jar holds it as it is.
  static final String NAMES_FILE = "names.bin";

  private static final int MARK = 0x4b4f414c;
  private static final int FORMAT = 4;

  static CompiledKnowledge standard() {
    try {
      return read(EngineFiles.ALL);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the engine's knowledge", e);
    }
  }

  /// The same with its version.
  CompiledKnowledge marked(String mark) {
    return new CompiledKnowledge(mark, languages, entries, automaton, meanings, sentences);
  }

  Lexicon lexicon() {
    return new Lexicon(automaton, meanings, languages, entries);
  }

  /// Reads what [#write] wrote.
  ///
  /// @param resources opens a file by its name; gives nothing for one that is not there
  /// @throws IOException when one is missing, cut, or something else
  static CompiledKnowledge read(Function<String, @Nullable InputStream> resources)
      throws IOException {
    try (PackedInput in = open(resources, FILE);
        PackedInput names = open(resources, NAMES_FILE)) {
      if (in.number() != MARK || in.number() != FORMAT) {
        throw new IOException("this is no compiled knowledge of this version");
      }
      var knowledge =
          new CompiledKnowledge(
              in.text(),
              languages(in),
              Entries.read(in),
              Automaton.read(names),
              Meanings.read(in),
              Sentences.read(in));
      if (knowledge.automaton.size() != knowledge.meanings.size()) {
        throw new IOException(FILE + " and " + NAMES_FILE + " do not belong together");
      }
      return knowledge;
    }
  }

  private static PackedInput open(Function<String, @Nullable InputStream> resources, String file)
      throws IOException {
    InputStream stream = resources.apply(file);
    if (stream == null) {
      throw new IOException("there is no ".concat(file));
    }
    return new PackedInput(stream);
  }

  /// Writes all but the names, and the names.
  void write(DataOutputStream out, DataOutputStream names) throws IOException {
    out.writeInt(MARK);
    out.writeInt(FORMAT);
    text(version, out);
    out.writeInt(languages.count());
    for (LanguageRules rules : languages.rules()) {
      text(rules.code(), out);
      texts(rules.links(), out);
      texts(rules.endings(), out);
      texts(rules.heads(), out);
      out.writeBoolean(rules.headFirst());
    }
    entries.write(out);
    automaton.write(names);
    meanings.write(out);
    sentences.write(out);
  }

  private static Languages languages(PackedInput in) throws IOException {
    int count = in.number();
    var rules = new ArrayList<LanguageRules>(count);
    for (int i = 0; i < count; i++) {
      rules.add(new LanguageRules(in.text(), texts(in), texts(in), texts(in), in.flag()));
    }
    return new Languages(rules);
  }

  private static List<String> texts(PackedInput in) throws IOException {
    int count = in.number();
    var list = new ArrayList<String>(count);
    for (int i = 0; i < count; i++) {
      list.add(in.text());
    }
    return list;
  }

  private static void texts(List<String> texts, DataOutputStream out) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      text(text, out);
    }
  }

  private static void text(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
