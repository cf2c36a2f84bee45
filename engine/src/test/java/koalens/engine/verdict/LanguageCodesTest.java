package koalens.engine.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import koalens.engine.knowledge.Status;
import koalens.engine.knowledge.source.KnowledgeSource;
import koalens.engine.parsing.LabelPhrase;
import koalens.engine.parsing.ParsingLimits;
import org.junit.jupiter.api.Test;

/// Lists in several languages one after another, each behind the code of its country.
class LanguageCodesTest {
  private static final LabelEngine ENGINE = LabelEngine.standard(ParsingLimits.STANDARD);

  private record Code(String printed, String milk) {}

  private static final Map<String, Code> CODES =
      Map.ofEntries(
          Map.entry("sv", new Code("SE", "mjölk")),
          Map.entry("en", new Code("GB", "milk")),
          Map.entry("da", new Code("DK", "mælk")),
          Map.entry("no", new Code("NO", "melk")),
          Map.entry("fi", new Code("FI", "maito")),
          Map.entry("de", new Code("DE", "Milch")),
          Map.entry("fr", new Code("F", "lait")),
          Map.entry("es", new Code("E", "leche")),
          Map.entry("it", new Code("IT", "latte")),
          Map.entry("nl", new Code("NL", "melk")),
          Map.entry("pl", new Code("PL", "mleko")));

  @Test
  void noCodeHidesTheListBehindIt() {
    List<String> texts =
        KnowledgeSource.read(Path.of("src/main/knowledge")).phrases().stream()
            .filter(phrase -> announcesContent(phrase.kind()))
            .flatMap(phrase -> labels(phrase, Objects.requireNonNull(CODES.get(phrase.language()))))
            .toList();
    assertThat(texts).hasSizeGreaterThan(1_000);
    assertThat(texts)
        .filteredOn(text -> ENGINE.judgeText(text).verdict().status() != Status.NON_VEGAN)
        .isEmpty();
  }

  private static boolean announcesContent(LabelPhrase.Kind kind) {
    return kind == LabelPhrase.Kind.INGREDIENTS || kind == LabelPhrase.Kind.CONTAINS;
  }

  private static Stream<String> labels(LabelPhrase phrase, Code code) {
    String words = String.join(" ", phrase.words());
    String heading = Character.toUpperCase(words.charAt(0)) + words.substring(1);
    String other = phrase.language().equals("en") ? "Ingredienser: vatten" : "Ingredients: water";
    return Stream.of(" ", ": ", " - ")
        .map(joint -> code.printed() + joint + heading + ": " + code.milk())
        .flatMap(list -> Stream.of(list + ", salt.\n" + other, "Water, salt. " + list));
  }
}
