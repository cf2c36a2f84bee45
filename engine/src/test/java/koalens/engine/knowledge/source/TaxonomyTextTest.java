package koalens.engine.knowledge.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import koalens.engine.knowledge.Status;
import org.junit.jupiter.api.Test;

class TaxonomyTextTest {
  private static final List<String> PIECES =
      List.of(
          "en: milk, whole milk",
          "< en:dairy",
          "<en:",
          "vegan:en: maybe",
          "vegan:en: no",
          "synonyms:en: a, b",
          "sv:",
          ":",
          ",",
          "#",
          "\n",
          "\n\n",
          "\r",
          "\0",
          "é",
          "\uD83D");

  @Test
  void readsNamesParentsAndStatus() throws IOException {
    List<TaxonomyText.Item> items =
        read(
            """
            # a comment
            synonyms:en: flavour, flavor

            < en:dairy
            en: whey powder, dried whey
            sv: vasslepulver
            vegan:en: no
            wikidata:en: Q1
            """);
    assertThat(items).hasSize(1);
    TaxonomyText.Item whey = items.getFirst();
    assertThat(whey.id()).isEqualTo("en:whey-powder");
    assertThat(whey.parents()).containsExactly("en:dairy");
    assertThat(whey.names()).containsEntry("en", List.of("whey powder", "dried whey"));
    assertThat(whey.status()).isEqualTo(Status.NON_VEGAN);
  }

  @Test
  void readsAnyTextWithoutFailing() throws IOException {
    var random = new Random(5);
    for (int round = 0; round < 3_000; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      assertThat(read(text.toString())).allMatch(item -> !item.names().isEmpty());
    }
  }

  @Test
  void readsForeignBytesWithoutFailing() throws IOException {
    var random = new Random(6);
    for (int round = 0; round < 500; round++) {
      var bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      assertThat(read(new String(bytes, StandardCharsets.ISO_8859_1)))
          .allMatch(item -> !item.id().isEmpty());
    }
  }

  private static List<TaxonomyText.Item> read(String text) throws IOException {
    return TaxonomyText.read(new BufferedReader(new StringReader(text)));
  }
}
