package koalens.engine.parsing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import koalens.engine.text.Token;
import koalens.engine.text.Tokenizer;
import org.jspecify.annotations.Nullable;

/// How labels are written in every language the engine knows: headings, phrases for traces and
/// claims, abbreviations and units. Immutable.
final class LabelLanguage {
  private final Map<String, List<Trigger>> triggers = new HashMap<>();
  private final Set<String> abbreviations = new HashSet<>();
  private final Set<String> units = new HashSet<>();

  private LabelLanguage() {}

  /// Reads the `label.txt` of every language on the class path.
  static LabelLanguage standard(Tokenizer tokenizer) {
    var language = new LabelLanguage();
    for (String name : lines("languages.txt")) {
      lines("languages/" + name + "/label.txt").forEach(line -> language.add(line, tokenizer));
    }
    language.triggers.values().forEach(LabelLanguage::longestFirst);
    return language;
  }

  private static void longestFirst(List<Trigger> phrases) {
    phrases.sort((a, b) -> Integer.compare(b.words().size(), a.words().size()));
  }

  private void add(String line, Tokenizer tokenizer) {
    int colon = line.indexOf(':');
    String key = line.substring(0, colon).strip();
    for (String phrase : line.substring(colon + 1).split("\\|", -1)) {
      switch (key) {
        case "abbreviations" -> abbreviations.addAll(tokenizer.words(phrase));
        case "units" -> units.addAll(tokenizer.words(phrase));
        default -> addTrigger(new Trigger(Trigger.Kind.named(key), tokenizer.words(phrase)));
      }
    }
  }

  private void addTrigger(Trigger trigger) {
    triggers.computeIfAbsent(trigger.words().getFirst(), _ -> new ArrayList<>()).add(trigger);
  }

  boolean isAbbreviation(String word) {
    return abbreviations.contains(word);
  }

  boolean isUnit(String word) {
    return units.contains(word);
  }

  /// The longest phrase that begins at the token, if any.
  @Nullable Trigger triggerAt(List<Token> tokens, int index) {
    for (Trigger trigger : triggers.getOrDefault(tokens.get(index).text(), List.of())) {
      if (endOf(trigger, tokens, index) >= 0) {
        return trigger;
      }
    }
    return null;
  }

  /// The index just after the phrase, or -1 when it does not stand at `index`. Hyphens and line
  /// breaks between its words are passed over.
  static int endOf(Trigger trigger, List<Token> tokens, int index) {
    int at = index;
    for (String word : trigger.words()) {
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

  private static List<String> lines(String resource) {
    var stream = LabelLanguage.class.getResourceAsStream("/koalens/knowledge/" + resource);
    if (stream == null) {
      throw new IllegalStateException("the engine was built without " + resource);
    }
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
