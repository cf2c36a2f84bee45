package koalens.engine.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import koalens.engine.knowledge.Entry;
import koalens.engine.knowledge.Status;
import koalens.engine.knowledge.source.KnowledgeSource;
import koalens.engine.knowledge.source.SourceExample;
import koalens.engine.knowledge.source.SourceNames;
import koalens.engine.parsing.ParsingLimits;
import org.junit.jupiter.api.Test;

/// Runs the label texts that the knowledge carries: of every entry and of every language.
class KnowledgeExamplesTest {
  private static final LabelEngine ENGINE = LabelEngine.standard(ParsingLimits.STANDARD);
  private static final KnowledgeSource SOURCE = KnowledgeSource.read(Path.of("src/main/knowledge"));

  @Test
  void everyEntryIsFoundInTheTextsItMustMatch() {
    var missed = new ArrayList<String>();
    for (SourceNames block : SOURCE.names()) {
      for (String text : block.matches()) {
        List<String> found = entries(text, block.language()).toList();
        if (!found.contains(block.id())) {
          missed.add(
              block.place() + ": '" + text + "' did not match " + block.id() + " but " + found);
        }
      }
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void noEntryIsFoundInTheTextsItMustAvoid() {
    var taken = new ArrayList<String>();
    for (SourceNames block : SOURCE.names()) {
      block.avoids().stream()
          .filter(text -> entries(text, block.language()).anyMatch(block.id()::equals))
          .forEach(text -> taken.add(block.place() + ": '" + text + "' matched " + block.id()));
    }
    assertThat(taken).isEmpty();
  }

  @Test
  void noAnimalProductIsReadAsSomethingElseUnderAnyOfItsNames() {
    var lost = new ArrayList<String>();
    for (SourceNames block : SOURCE.names()) {
      Entry entry = ENGINE.knowledge().taxonomy().findEntry(block.id()).orElseThrow();
      if (entry.status() == Status.NON_VEGAN) {
        block.names().stream()
            .filter(name -> status(name, block.language()) != Status.NON_VEGAN)
            .forEach(name -> lost.add(block.place() + ": " + name));
      }
    }
    assertThat(lost).isEmpty();
  }

  @Test
  void everyLabelTextOfALanguageGetsItsVerdict() {
    var wrong = new ArrayList<String>();
    for (SourceExample example : SOURCE.examples()) {
      Status status = ENGINE.judgeText(example.text()).verdict().status();
      if (status != example.expected()) {
        wrong.add(example.place() + ": " + status.word() + " instead of " + example);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static Status status(String text, String language) {
    return ENGINE
        .judgeIngredients(List.of(text), LabelOptions.STANDARD.in(language))
        .verdict()
        .status();
  }

  private static Stream<String> entries(String text, String language) {
    return ENGINE.judgeText(text, LabelOptions.STANDARD.in(language)).ingredients().stream()
        .flatMap(JudgedIngredient::flattened)
        .flatMap(ingredient -> ingredient.entry().stream())
        .map(Entry::id);
  }
}
