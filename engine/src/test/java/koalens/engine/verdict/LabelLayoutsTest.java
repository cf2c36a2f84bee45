package koalens.engine.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import koalens.engine.knowledge.Status;
import koalens.engine.knowledge.source.KnowledgeSource;
import koalens.engine.knowledge.source.SourceExample;
import koalens.engine.parsing.ParsingLimits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// However a list is printed, what is in it stays in it: every label of the knowledge's examples
/// that is not vegan is printed anew in each layout.
class LabelLayoutsTest {
  private static final LabelEngine ENGINE = LabelEngine.standard(ParsingLimits.STANDARD);
  private static final List<String> NON_VEGAN =
      KnowledgeSource.read(Path.of("src/main/knowledge")).examples().stream()
          .filter(example -> example.expected() == Status.NON_VEGAN)
          .map(SourceExample::text)
          .toList();

  enum Layout {
    CAPITALS(text -> text.toUpperCase(Locale.ROOT)),
    SMALL_LETTERS(text -> text.toLowerCase(Locale.ROOT)),
    A_LINE_FOR_EACH(text -> text.replace(", ", ",\n")),
    SEMICOLONS(text -> text.replace(", ", "; ")),
    BULLETS(text -> text.replace(", ", " • ")),
    BARS(text -> text.replace(", ", "|")),
    SLASHES(text -> text.replace(", ", " / ")),
    DASHES(text -> text.replace(", ", " - ")),
    NO_SPACES(text -> text.replace(", ", ",")),
    WRAPPED(LabelLayoutsTest::wrapped),
    BRACKETS_AROUND(text -> "(" + text + ")"),
    QUOTES_AROUND(text -> "\"" + text + "\""),
    RAISED_NOTES(text -> afterWords(text, "¹")),
    NOTES_IN_BRACKETS(text -> afterWords(text, " (1)")),
    STARS(text -> afterWords(text, "*")),
    SHARES(text -> afterWords(text, " 5,2 %")),
    GLUED_AMOUNTS(text -> afterWords(text, " 5g")),
    MARKS_APART(text -> Normalizer.normalize(text, Normalizer.Form.NFD)),
    FIXED_SPACES(text -> text.replace(' ', '\u00a0')),
    STORAGE_BEHIND(text -> text + " Förvaras torrt. Best before end. Kühl lagern.");

    private final UnaryOperator<String> printing;

    Layout(UnaryOperator<String> printing) {
      this.printing = printing;
    }
  }

  @ParameterizedTest
  @EnumSource
  void noLayoutMakesAnAnimalProductVegan(Layout layout) {
    assertThat(NON_VEGAN).hasSizeGreaterThan(1_000);
    assertThat(NON_VEGAN.stream().map(layout.printing).filter(LabelLayoutsTest::isVegan)).isEmpty();
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
