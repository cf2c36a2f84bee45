package koalens.cli;

import static koalens.cli.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MediaCommandsTest {
  @TempDir private Path folder = Path.of(".");

  private String photo(String name, String... lines) throws IOException {
    return PrintedPhoto.write(folder.resolve(name), lines).toString();
  }

  @Test
  void judgesAPhotoAndBoxesWhatItRead() throws IOException {
    String photo = photo("label.png", "Ingredienser: vatten, socker,", "skummjölkspulver, salt.");
    Path boxed = folder.resolve("boxed.png");
    CommandRun run =
        run("analyze", "--image", photo, "--language", "en", "--show", boxed.toString());
    assertThat(run.code()).as(run.err()).isEqualTo(10);
    assertThat(run.out())
        .startsWith("non-vegan:")
        .contains("read: Ingredienser: vatten, socker, skummjölkspulver, salt.");
    assertThat(run.err()).containsSubsequence("reading 0 of", "judging");
    BufferedImage image = ImageIO.read(boxed.toFile());
    assertThat(image.getWidth()).isEqualTo(1200);
    assertThat(strongColours(image, 0, 118)).contains("green").doesNotContain("red");
    assertThat(strongColours(image, 150, 240)).contains("red");
  }

  private static List<String> strongColours(BufferedImage image, int fromRow, int toRow) {
    var colours = new java.util.TreeSet<String>();
    for (int y = fromRow; y < toRow; y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        var colour = new Color(image.getRGB(x, y));
        if (colour.getRed() > 180 && colour.getGreen() < 60) {
          colours.add("red");
        } else if (colour.getGreen() > 110 && colour.getRed() < 60) {
          colours.add("green");
        }
      }
    }
    return List.copyOf(colours);
  }

  @Test
  void printsAPhotosAnswerAsTheHttpApiGivesIt() throws IOException {
    CommandRun run =
        run(
            "analyze",
            "--json",
            "--image",
            photo("a.png", "Ingredienser: vatten, socker,", "rapsolja, salt."),
            "--image",
            photo("b.png", "Ingredienser: vatten, ägg,", "rapsolja, salt."));
    assertThat(run.code()).isEqualTo(10);
    List<JsonNode> answers = run.out().lines().map(new JsonMapper()::readTree).toList();
    assertThat(answers).hasSize(2);
    assertThat(answers.getFirst().get("status").asString()).isEqualTo("vegan");
    assertThat(answers.getFirst().get("readText").asString()).contains("rapsolja");
    assertThat(answers.getLast().get("isVegan").asBoolean()).isFalse();
  }

  @Test
  void saysWhichFileCannotBeReadAndWhy() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.jpg"), "no picture at all");
    CommandRun run = run("analyze", "--image", broken.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("broken.jpg: this is no format that can be read");
  }

  @Test
  void namesTheOptionAtFault() throws IOException {
    String photo = photo("label.png", "Salt");
    assertUsage("there is no file", "analyze", "--image", folder.resolve("none.jpg").toString());
    assertUsage("not both", "analyze", "--image", photo, "Vatten");
    assertUsage("--show needs", "analyze", "--show", "x.png", "Vatten");
    assertUsage("--show is for one", "analyze", "--image", photo, "--image", photo, "--show", "x");
    assertUsage("either a DATASET", "eval");
  }

  private static void assertUsage(String message, String... arguments) {
    CommandRun run = run(arguments);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(message);
  }

  @Test
  void measuresPicturesAgainstTheirTrueText() throws IOException {
    photo("clean-1.png", "Ingredienser: vatten, socker,", "rapsolja, salt.");
    Files.writeString(
        folder.resolve("clean-1.txt"), "Ingredienser: vatten, socker, rapsolja, salt.\n");
    photo("milk-1.png", "Ingredienser: vatten, socker,", "rapsolja, salt.");
    Files.writeString(
        folder.resolve("milk-1.txt"), "Ingredienser: vatten, skummjölkspulver, rapsolja, salt.\n");
    CommandRun run = run("eval", "--images", folder.toString());
    assertThat(run.code()).as(run.out()).isEqualTo(1);
    assertThat(run.out())
        .contains("ingredients found           7 of 8", "called vegan     1 of 1")
        .contains("milk-1.png: vegan, should be non-vegan (DANGEROUS); missed skummjölkspulver");
    assertThat(run.err()).contains("2 of 2: milk-1.png");
    JsonNode report =
        new JsonMapper().readTree(run("eval", "--images", folder.toString(), "--json").out());
    assertThat(report.get("falseVegan").asInt()).isEqualTo(1);
    assertThat(report.get("groups").get("clean").get("found").asDouble()).isEqualTo(1);
  }

  @Test
  void saysWhatAFolderOfPicturesLacks() throws IOException {
    CommandRun empty = run("eval", "--images", folder.toString());
    assertThat(empty.err()).contains("holds no photo and no film");
    photo("label-1.png", "Salt");
    CommandRun untold = run("eval", "--images", folder.toString());
    assertThat(untold.code()).isEqualTo(1);
    assertThat(untold.err()).contains("label-1.png has no true text");
  }
}
