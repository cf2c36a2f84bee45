package koalens.backend.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotosTest {
  @TempDir private Path folder;

  @Test
  void lookAtEveryPixelOfALargePhoto() {
    var fine = new BufferedImage(6400, 4100, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < fine.getHeight(); y++) {
      for (int x = 0; x < fine.getWidth(); x += 2) {
        fine.getRaster().setSample(x, y, 0, 255);
      }
    }
    var program = new MediaProgram(ReadingLimits.STANDARD, new Natives(folder));
    GreyImage seen =
        new Photos(ReadingLimits.STANDARD, program)
            .decode(DrawnLabel.encoded(fine, "png"), MediaFormat.PNG);
    assertThat(seen.width()).isEqualTo(3200);
    assertThat(seen.height()).isEqualTo(2050);
    assertThat(seen.levels()).containsOnly((byte) 128);
  }

  @Test
  void keepEveryPixelOfAPhotoOfTwentyFourMegapixels() {
    var photo = new BufferedImage(5712, 4284, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < photo.getHeight(); y++) {
      photo.getRaster().setSample(5000, y, 0, y % 251);
    }
    var program = new MediaProgram(ReadingLimits.STANDARD, new Natives(folder));
    GreyImage seen =
        new Photos(ReadingLimits.STANDARD, program)
            .decode(DrawnLabel.encoded(photo, "png"), MediaFormat.PNG);
    assertThat(seen.at(5000, 4200)).isEqualTo(4200 % 251);
  }
}
