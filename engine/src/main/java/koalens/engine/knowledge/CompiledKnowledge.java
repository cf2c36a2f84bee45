package koalens.engine.knowledge;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The knowledge as the build leaves it: arrays that are read as they lie, nothing is parsed.
///
/// @param version changes whenever the knowledge does
/// @param languages in the order of their bits
/// @param entries in the order of their numbers
/// @param sentences for each language that gives reasons
record CompiledKnowledge(
    String version,
    Languages languages,
    List<Entry> entries,
    Automaton automaton,
    Meanings meanings,
    Map<String, Map<ReasonCode, String>> sentences) {
  static final String FILE = "knowledge.bin";

  private static final int MARK = 0x4b4f414c;
  private static final int FORMAT = 1;
  private static final List<ReasonCode> REASONS = List.of(ReasonCode.values());
  private static final List<Trait> TRAITS = List.of(Trait.values());

  static CompiledKnowledge standard() {
    var stream = CompiledKnowledge.class.getResourceAsStream("/koalens/knowledge/" + FILE);
    if (stream == null) {
      throw new IllegalStateException("the engine was built without its knowledge");
    }
    try (stream) {
      return read(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the engine's knowledge", e);
    }
  }

  /// The number of each entry, by id.
  Map<String, Integer> numbers() {
    Map<String, Integer> numbers = LinkedHashMap.newLinkedHashMap(entries.size());
    entries.forEach(entry -> numbers.put(entry.id(), numbers.size()));
    return numbers;
  }

  Lexicon lexicon() {
    return new Lexicon(automaton, meanings, languages, entries);
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws IOException when it is something else, or cut
  static CompiledKnowledge read(InputStream stream) throws IOException {
    var in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
    if (in.readInt() != MARK || in.readInt() != FORMAT) {
      throw new IOException("this is no compiled knowledge of this version");
    }
    String version = in.readUTF();
    var languages = new Languages(list(in, CompiledKnowledge::language));
    List<Entry> entries = entries(in);
    return new CompiledKnowledge(
        version, languages, entries, Automaton.read(in), Meanings.read(in), sentences(in));
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(MARK);
    out.writeInt(FORMAT);
    out.writeUTF(version);
    out.writeInt(languages.count());
    for (LanguageRules rules : languages.rules()) {
      out.writeUTF(rules.code());
      texts(rules.links(), out);
      texts(rules.endings(), out);
      texts(rules.heads(), out);
      out.writeBoolean(rules.headFirst());
    }
    writeEntries(out);
    automaton.write(out);
    meanings.write(out);
    writeSentences(out);
  }

  private void writeEntries(DataOutputStream out) throws IOException {
    Map<String, Integer> numbers = numbers();
    out.writeInt(entries.size());
    for (Entry entry : entries) {
      out.writeUTF(entry.id());
      out.writeByte(REASONS.indexOf(entry.reason()));
      int traits = 0;
      for (Trait trait : entry.traits()) {
        traits |= 1 << TRAITS.indexOf(trait);
      }
      out.writeByte(traits);
      out.writeByte(entry.ancestors().size());
      for (String ancestor : entry.ancestors()) {
        out.writeShort(numbers.getOrDefault(ancestor, 0));
      }
      out.writeUTF(entry.source().orElse(""));
    }
  }

  // Ancestors may come later in the file than their descendants, so ids are read first.
  private static List<Entry> entries(DataInputStream in) throws IOException {
    int count = in.readInt();
    var ids = new String[count];
    var reasons = new int[count];
    var traits = new int[count];
    var ancestors = new int[count][];
    var sources = new String[count];
    for (int i = 0; i < count; i++) {
      ids[i] = in.readUTF();
      reasons[i] = in.readUnsignedByte();
      traits[i] = in.readUnsignedByte();
      ancestors[i] = new int[in.readUnsignedByte()];
      for (int a = 0; a < ancestors[i].length; a++) {
        ancestors[i][a] = in.readUnsignedShort();
      }
      sources[i] = in.readUTF();
    }
    List<Set<Trait>> sets = traitSets();
    var entries = new ArrayList<Entry>(count);
    for (int i = 0; i < count; i++) {
      var names = new String[ancestors[i].length];
      for (int a = 0; a < names.length; a++) {
        names[a] = ids[ancestors[i][a]];
      }
      ReasonCode reason = REASONS.get(reasons[i]);
      entries.add(
          new Entry(
              ids[i],
              reason.status(),
              reason,
              sets.get(traits[i]),
              List.of(names),
              sources[i].isEmpty() ? Optional.empty() : Optional.of(sources[i])));
    }
    return entries;
  }

  private static List<Set<Trait>> traitSets() {
    var sets = new ArrayList<Set<Trait>>();
    for (int bits = 0; bits < 1 << TRAITS.size(); bits++) {
      var set = EnumSet.noneOf(Trait.class);
      for (int i = 0; i < TRAITS.size(); i++) {
        if ((bits & 1 << i) != 0) {
          set.add(TRAITS.get(i));
        }
      }
      sets.add(Set.copyOf(set));
    }
    return sets;
  }

  private void writeSentences(DataOutputStream out) throws IOException {
    out.writeInt(sentences.size());
    for (Map.Entry<String, Map<ReasonCode, String>> language : sentences.entrySet()) {
      out.writeUTF(language.getKey());
      out.writeInt(language.getValue().size());
      for (Map.Entry<ReasonCode, String> sentence : language.getValue().entrySet()) {
        out.writeByte(REASONS.indexOf(sentence.getKey()));
        out.writeUTF(sentence.getValue());
      }
    }
  }

  private static Map<String, Map<ReasonCode, String>> sentences(DataInputStream in)
      throws IOException {
    var languages = new LinkedHashMap<String, Map<ReasonCode, String>>();
    for (int left = in.readInt(); left > 0; left--) {
      String language = in.readUTF();
      var sentences = new EnumMap<ReasonCode, String>(ReasonCode.class);
      for (int more = in.readInt(); more > 0; more--) {
        sentences.put(REASONS.get(in.readUnsignedByte()), in.readUTF());
      }
      languages.put(language, sentences);
    }
    return languages;
  }

  private static LanguageRules language(DataInputStream in) throws IOException {
    return new LanguageRules(
        in.readUTF(),
        list(in, one -> one.readUTF()),
        list(in, one -> one.readUTF()),
        list(in, one -> one.readUTF()),
        in.readBoolean());
  }

  private interface Reading<T> {
    T read(DataInputStream in) throws IOException;
  }

  private static <T> List<T> list(DataInputStream in, Reading<T> one) throws IOException {
    int count = in.readInt();
    var list = new ArrayList<T>(count);
    for (int i = 0; i < count; i++) {
      list.add(one.read(in));
    }
    return list;
  }

  private static void texts(List<String> texts, DataOutputStream out) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }
}
