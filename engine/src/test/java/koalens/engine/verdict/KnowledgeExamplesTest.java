package koalens.engine.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import koalens.engine.knowledge.Entry;
import koalens.engine.knowledge.source.KnowledgeSource;
import koalens.engine.knowledge.source.SourceNames;
import koalens.engine.parsing.ParsingLimits;
import org.junit.jupiter.api.Test;

/// Runs the label texts that every entry carries.
class KnowledgeExamplesTest {
  private static final LabelEngine ENGINE = LabelEngine.standard(ParsingLimits.STANDARD);
  private static final List<SourceNames> NAMES =
      KnowledgeSource.read(Path.of("src/main/knowledge")).names();

  @Test
  void everyEntryIsFoundInTheTextsItMustMatch() {
    var missed = new ArrayList<String>();
    for (SourceNames block : NAMES) {
      block.matches().stream()
          .filter(text -> entries(text).noneMatch(block.id()::equals))
          .forEach(text ->
              missed.add(
                  block.place()
                      + ": '"
                      + text
                      + "' did not match "
                      + block.id()
                      + " but "
                      + entries(text).toList()));
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void noEntryIsFoundInTheTextsItMustAvoid() {
    var taken = new ArrayList<String>();
    for (SourceNames block : NAMES) {
      block.avoids().stream()
          .filter(text -> entries(text).anyMatch(block.id()::equals))
          .forEach(text -> taken.add(block.place() + ": '" + text + "' matched " + block.id()));
    }
    assertThat(taken).isEmpty();
  }

  private static Stream<String> entries(String text) {
    return ENGINE.judgeText(text).ingredients().stream()
        .flatMap(JudgedIngredient::flattened)
        .flatMap(ingredient -> ingredient.entry().stream())
        .map(Entry::id);
  }
}
