package koalens.backend.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileTest {
  @ParameterizedTest
  @CsvSource({"1280,960", "1312,960", "2560,1920", "2560,32", "1920,2560", "2560,2560"})
  void coverAPictureOnceAndNoneIsLargerThanTheNetworkShallSee(int width, int height) {
    List<Tile> tiles = Tile.of(width, height);
    var levels = new byte[width * height];
    new Random(1).nextBytes(levels);
    var picture = new GreyImage(width, height, levels);
    var copied = new float[width * height];
    long pixels = 0;
    for (Tile tile : tiles) {
      GreyImage part = tile.cut(picture);
      assertThat(part.width()).isLessThanOrEqualTo(1280).matches(side -> side % 32 == 0);
      assertThat(part.height()).isLessThanOrEqualTo(1280).matches(side -> side % 32 == 0);
      tile.put(floats(part), copied, width);
      pixels += (long) tile.core().width() * tile.core().height();
    }
    assertThat(pixels).isEqualTo((long) width * height);
    assertThat(copied).isEqualTo(floats(picture));
  }

  @Test
  void aPictureInLowResolutionIsOne() {
    assertThat(Tile.of(1280, 1280)).hasSize(1);
  }

  private static float[] floats(GreyImage image) {
    var floats = new float[image.levels().length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = image.levels()[i];
    }
    return floats;
  }
}
