package koalens.engine.parsing;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import koalens.engine.text.Token;
import org.jspecify.annotations.Nullable;

/// How labels are written in every language the engine knows: headings, phrases for traces and
/// claims, abbreviations and units. Immutable and thread-safe.
public final class LabelPhrases {
  private static final String FILE = "labels.bin";
  private static final List<LabelPhrase.Kind> KINDS = List.of(LabelPhrase.Kind.values());

  private final Map<String, List<LabelPhrase>> byFirstWord = new HashMap<>();
  private final Set<String> abbreviations = new HashSet<>();
  private final Set<String> inner = new HashSet<>();
  private final Set<String> units = new HashSet<>();

  LabelPhrases(List<LabelPhrase> phrases) {
    for (LabelPhrase phrase : phrases) {
      switch (phrase.kind()) {
        case ABBREVIATIONS -> abbreviations.addAll(phrase.words());
        case INNER -> inner.addAll(phrase.words());
        case UNITS -> units.addAll(phrase.words());
        default ->
            byFirstWord
                .computeIfAbsent(phrase.words().getFirst(), _ -> new ArrayList<>())
                .add(phrase);
      }
    }
    byFirstWord
        .values()
        .forEach(list -> list.sort((a, b) -> Integer.compare(b.words().size(), a.words().size())));
  }

  /// The phrases the engine was built with.
  static LabelPhrases standard() {
    var stream = LabelPhrases.class.getResourceAsStream("/koalens/knowledge/" + FILE);
    if (stream == null) {
      throw new IllegalStateException("the engine was built without its label phrases");
    }
    try (var in = new DataInputStream(new BufferedInputStream(stream))) {
      return new LabelPhrases(read(in));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the engine's label phrases", e);
    }
  }

  private static List<LabelPhrase> read(DataInputStream in) throws IOException {
    int count = in.readInt();
    var phrases = new ArrayList<LabelPhrase>(count);
    for (int i = 0; i < count; i++) {
      String language = in.readUTF().intern();
      LabelPhrase.Kind kind = KINDS.get(in.readUnsignedByte());
      var words = new String[in.readUnsignedByte()];
      for (int w = 0; w < words.length; w++) {
        words[w] = in.readUTF();
      }
      phrases.add(new LabelPhrase(language, kind, List.of(words)));
    }
    return phrases;
  }

  /// Compiles phrases into the folder of the engine's resources.
  public static void write(List<LabelPhrase> phrases, Path folder) throws IOException {
    var file = new BufferedOutputStream(Files.newOutputStream(folder.resolve(FILE)));
    try (var out = new DataOutputStream(file)) {
      out.writeInt(phrases.size());
      for (LabelPhrase phrase : phrases) {
        out.writeUTF(phrase.language());
        out.writeByte(KINDS.indexOf(phrase.kind()));
        out.writeByte(phrase.words().size());
        for (String word : phrase.words()) {
          out.writeUTF(word);
        }
      }
    }
  }

  boolean isAbbreviation(String word) {
    return abbreviations.contains(word);
  }

  /// Whether the word's full stop never ends a sentence.
  boolean isInner(String word) {
    return inner.contains(word);
  }

  boolean isUnit(String word) {
    return units.contains(word);
  }

  /// The longest phrase that begins at the token, if any: one of the language the words there are
  /// in, else one of several words, which hardly means something else in another language.
  @Nullable LabelPhrase at(List<Token> tokens, int index, Places places) {
    List<LabelPhrase> candidates = byFirstWord.get(tokens.get(index).text());
    if (candidates == null) {
      return null;
    }
    LabelPhrase foreign = null;
    for (LabelPhrase phrase : candidates) {
      if (endOf(phrase, tokens, index) < 0) {
        continue;
      }
      if (places.mayBe(phrase.language(), tokens.get(index).start())) {
        return phrase;
      }
      foreign = foreign == null && travels(phrase) ? phrase : foreign;
    }
    return foreign;
  }

  private static boolean travels(LabelPhrase phrase) {
    return switch (phrase.kind()) {
      case INGREDIENTS -> true;
      case CONTAINS, TRACES, FREE_FROM, VEGAN_CLAIM, NOT_VEGAN, CLAIM, OTHER ->
          phrase.words().size() > 1;
      case ABBREVIATIONS, INNER, UNITS -> false;
    };
  }

  /// The index just after the phrase, or -1 when it does not stand at `index`. Hyphens and line
  /// breaks between its words are passed over.
  static int endOf(LabelPhrase phrase, List<Token> tokens, int index) {
    int at = index;
    for (String word : phrase.words()) {
      while (at < tokens.size() && at > index && isPassedOver(tokens.get(at).kind())) {
        at++;
      }
      if (at >= tokens.size() || !tokens.get(at).text().equals(word)) {
        return -1;
      }
      at++;
    }
    return at;
  }

  private static boolean isPassedOver(Token.Kind kind) {
    return kind == Token.Kind.LINE || kind == Token.Kind.HYPHEN;
  }
}
