package koalens.engine.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import koalens.engine.knowledge.Status;
import koalens.engine.knowledge.source.KnowledgeSource;
import koalens.engine.knowledge.source.SourceNames;
import koalens.engine.parsing.ParsingLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Words that say of what another word's thing is made, on either side of it.
class AdjectivesTest {
  private static final LabelEngine ENGINE = LabelEngine.standard(ParsingLimits.STANDARD);

  /// A list in each language that has such words, with a place where one thing is missing.
  private static final Map<String, List<String>> LISTS =
      Map.of(
          "es",
          List.of("Ingredientes: agua, azúcar, proteínas %s, sal.", "Ingredientes: sal, grasa %s."),
          "fr",
          List.of("Ingrédients : eau, sucre, protéines %s, sel.", "Ingrédients : sel, graisse %s."),
          "it",
          List.of(
              "Ingredienti: acqua, zucchero, proteine %s, sale.", "Ingredienti: sale, grasso %s."),
          "pl",
          List.of(
              "Składniki: woda, cukier, białko %s, sól.",
              "Składniki: sól, tłuszcz %s.", "Składniki: sól, %s tłuszcz."));

  @Test
  void noAnimalIsLostBehindAnAdjective() {
    var lost = new ArrayList<String>();
    int tried = 0;
    for (SourceNames block : KnowledgeSource.read(Path.of("src/main/knowledge")).names()) {
      if (isAnimal(block.id())) {
        for (String text : texts(block)) {
          tried++;
          if (status(text) == Status.VEGAN) {
            lost.add(block.place() + ": " + text);
          }
        }
      }
    }
    assertThat(tried).isPositive();
    assertThat(lost).isEmpty();
  }

  private static boolean isAnimal(String id) {
    return ENGINE
        .knowledge()
        .taxonomy()
        .findEntry(id)
        .filter(entry -> entry.status() == Status.NON_VEGAN)
        .isPresent();
  }

  private static List<String> texts(SourceNames block) {
    return block.adjectives().stream()
        .flatMap(adjective ->
            LISTS.getOrDefault(block.language(), List.of()).stream()
                .map(list -> list.replace("%s", adjective)))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Składniki: woda, mleko kokosowe, sól",
        "Składniki: woda, śmietanka owsiana, sól",
        "Składniki: woda, olej kokosowy, masło orzechowe"
      })
  void readsThePlantAnImitationIsMadeOf(String text) {
    assertThat(status(text)).isEqualTo(Status.VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Składniki: woda, żelatyna wieprzowa, sól",
        "Składniki: woda, wołowy bulion, sól",
        "Ingrédients : eau, gélatine bovine, sel",
        "Ingrédients : eau, matière grasse laitière, sel",
        "Ingredienti: acqua, grasso bovino, sale"
      })
  void readsAnAnimalOnEitherSideOfItsThing(String text) {
    assertThat(status(text)).isEqualTo(Status.NON_VEGAN);
  }

  private static Status status(String text) {
    return ENGINE.judgeText(text).verdict().status();
  }
}
