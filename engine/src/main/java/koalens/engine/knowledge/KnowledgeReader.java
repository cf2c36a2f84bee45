package koalens.engine.knowledge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import koalens.engine.text.Token;
import koalens.engine.text.Tokenizer;

/// Reads the compiled knowledge: one record a line, fields parted by tabs, lists by `|`.
///
/// `language` code, links, endings · `concept` id, status, reason, traits, ancestors, source ·
/// `name`, `stem` and `adjective` language, id, texts · `word` language, class, texts · `reason`
/// language, code, sentence · `version`.
final class KnowledgeReader {
  private final Tokenizer tokenizer;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Lexicon> lexicons = new LinkedHashMap<>();
  private final Map<String, Map<ReasonCode, String>> sentences = new LinkedHashMap<>();
  private final Map<String, Set<String>> joiningWords = new LinkedHashMap<>();
  private final Misreadings misreadings = new Misreadings();
  private String version = "";

  private KnowledgeReader(Tokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  static KnowledgeBase readStandard(Tokenizer tokenizer) {
    var stream = KnowledgeReader.class.getResourceAsStream("/koalens/knowledge/knowledge.tsv");
    if (stream == null) {
      throw new IllegalStateException("the engine was built without its knowledge");
    }
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return read(reader, tokenizer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static KnowledgeBase read(BufferedReader lines, Tokenizer tokenizer) throws IOException {
    var reader = new KnowledgeReader(tokenizer);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      reader.add(line.split("\t", -1));
    }
    return new KnowledgeBase(
        new Taxonomy(reader.entries),
        reader.lexicons,
        reader.sentences,
        reader.misreadings,
        reader.version);
  }

  private void add(String[] fields) {
    switch (fields[0]) {
      case "version" -> version = fields[1];
      case "language" -> language(fields);
      case "concept" -> concept(fields);
      case "name" -> list(fields[3]).forEach(name -> name(fields[1], fields[2], name));
      case "stem" -> list(fields[3]).forEach(stem -> stem(fields[1], fields[2], stem));
      case "adjective" -> list(fields[3]).forEach(word -> adjective(fields[1], fields[2], word));
      case "word" -> list(fields[3]).forEach(word -> word(fields[1], fields[2], word));
      case "reason" -> sentence(fields[1], ReasonCode.valueOf(fields[2]), fields[3]);
      default -> throw new IllegalStateException("compiled knowledge has a line " + fields[0]);
    }
  }

  private void language(String[] fields) {
    Set<String> links = new HashSet<>(list(fields[2]));
    lexicons.put(fields[1], new Lexicon(fields[1], links, list(fields[3])));
  }

  private void sentence(String language, ReasonCode code, String sentence) {
    sentences.computeIfAbsent(language, _ -> new EnumMap<>(ReasonCode.class)).put(code, sentence);
  }

  private void concept(String[] fields) {
    Set<Trait> traits =
        list(fields[4]).stream().map(Trait::valueOf).collect(Collectors.toUnmodifiableSet());
    entries.put(
        fields[1],
        new Entry(
            fields[1],
            Status.valueOf(fields[2]),
            ReasonCode.valueOf(fields[3]),
            traits,
            list(fields[5]),
            Optional.of(fields[6]).filter(source -> !source.isEmpty())));
  }

  private void name(String language, String id, String name) {
    Entry entry = entry(id);
    List<String> words = tokenizer.words(name);
    lexicon(language).addName(entry, name, words);
    lexicon(language).addSpelling(entry, withSigns(name, language));
    if (entry.status() == Status.NON_VEGAN && words.size() == 1) {
      misreadings.addAnimal(words.getFirst(), entry);
    }
  }

  // Labels write "mono & diglycerides" for "mono and diglycerides".
  private List<String> withSigns(String name, String language) {
    Set<String> joining = joiningWords.getOrDefault(language, Set.of());
    return tokenizer.tokenize(name).stream()
        .filter(token -> token.isWord() || token.kind() == Token.Kind.AND)
        .map(token -> isJoining(token, joining) ? "&" : token.text())
        .toList();
  }

  private static boolean isJoining(Token token, Set<String> joining) {
    return token.kind() == Token.Kind.AND || joining.contains(token.text());
  }

  private void stem(String language, String id, String stem) {
    lexicon(language).addStem(entry(id), stem);
  }

  private void adjective(String language, String id, String adjective) {
    lexicon(language).addAdjective(entry(id), tokenizer.words(adjective));
  }

  private void word(String language, String wordClass, String word) {
    WordClass meaning = WordClass.valueOf(wordClass);
    List<String> words = tokenizer.words(word);
    lexicon(language).addWord(meaning, words);
    if (meaning == WordClass.AND && words.size() == 1) {
      joiningWords.computeIfAbsent(language, _ -> new HashSet<>()).add(words.getFirst());
    }
  }

  private Lexicon lexicon(String language) {
    Lexicon lexicon = lexicons.get(language);
    if (lexicon == null) {
      throw new IllegalStateException("compiled knowledge lacks language " + language);
    }
    return lexicon;
  }

  private Entry entry(String id) {
    Entry entry = entries.get(id);
    if (entry == null) {
      throw new IllegalStateException("compiled knowledge lacks concept " + id);
    }
    return entry;
  }

  private static List<String> list(String field) {
    return field.isEmpty() ? List.of() : Arrays.asList(field.split("\\|", -1));
  }
}
