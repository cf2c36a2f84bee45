package koalens.engine.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import koalens.engine.knowledge.Status;
import koalens.engine.knowledge.source.KnowledgeSource;
import koalens.engine.knowledge.source.SourceExample;
import koalens.engine.parsing.ParsingLimits;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// However a list is printed, what is in it stays in it: every label of the knowledge's examples
/// that is not vegan is printed anew in each layout.
class LabelLayoutsTest {
  private static final LabelEngine ENGINE = LabelEngine.standard(ParsingLimits.STANDARD);
  private static final List<String> NON_VEGAN =
      KnowledgeSource.read(Path.of("src/main/knowledge")).examples().stream()
          .filter(example -> example.expected() == Status.NON_VEGAN)
          .map(SourceExample::text)
          .toList();

  static Stream<Named<UnaryOperator<String>>> layouts() {
    return Stream.of(
        named("capitals", text -> text.toUpperCase(Locale.ROOT)),
        named("small letters", text -> text.toLowerCase(Locale.ROOT)),
        named("a line for each", text -> text.replace(", ", ",\n")),
        named("semicolons", text -> text.replace(", ", "; ")),
        named("bullets", text -> text.replace(", ", " • ")),
        named("bars", text -> text.replace(", ", "|")),
        named("slashes", text -> text.replace(", ", " / ")),
        named("dashes", text -> text.replace(", ", " - ")),
        named("no spaces", text -> text.replace(", ", ",")),
        named("wrapped", LabelLayoutsTest::wrapped),
        named("brackets around", text -> "(" + text + ")"),
        named("quotes around", text -> "\"" + text + "\""),
        named("raised notes", text -> afterWords(text, "¹")),
        named("notes in brackets", text -> afterWords(text, " (1)")),
        named("stars", text -> afterWords(text, "*")),
        named("shares", text -> afterWords(text, " 5,2 %")),
        named("glued amounts", text -> afterWords(text, " 5g")),
        named("marks apart", text -> Normalizer.normalize(text, Normalizer.Form.NFD)),
        named("fixed spaces", text -> text.replace(' ', '\u00a0')),
        named("storage behind", text -> text + " Förvaras torrt. Best before end. Kühl lagern."));
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void noLayoutMakesAnAnimalProductVegan(UnaryOperator<String> layout) {
    assertThat(NON_VEGAN).hasSizeGreaterThan(1_000);
    assertThat(NON_VEGAN.stream().map(layout).filter(LabelLayoutsTest::isVegan)).isEmpty();
  }

  private static Named<UnaryOperator<String>> named(String name, UnaryOperator<String> layout) {
    return Named.of(name, layout);
  }

  private static boolean isVegan(String text) {
    return ENGINE.judgeText(text).verdict().status() == Status.VEGAN;
  }

  private static String afterWords(String text, String mark) {
    return text.replaceAll("(\\p{L}{3,})(?=[,.;)]|$)", "$1" + mark);
  }

  private static String wrapped(String text) {
    return text.replaceAll("(.{20}\\S*) ", "$1\n");
  }
}
