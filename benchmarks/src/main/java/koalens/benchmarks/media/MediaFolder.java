package koalens.benchmarks.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/// Where media are written, each beside its true text, as `koalens eval --images` reads them.
///
/// @param folder must exist
record MediaFolder(Path folder) {

  Path file(String name) {
    return folder.resolve(name);
  }

  /// Writes a photo as JPEG.
  ///
  /// @param quality 0 to 1
  void photo(String name, Product product, BufferedImage picture, double quality)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var out = ImageIO.createImageOutputStream(file(name + ".jpg").toFile())) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality((float) quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), parameters);
    } finally {
      writer.dispose();
    }
    truth(name, product);
  }

  /// Writes what is printed, a list a line.
  void truth(String name, Product product) throws IOException {
    Files.write(
        file(name + ".txt"), product.lists().stream().map(Product.PrintedList::text).toList());
    System.out.println(file(name));
  }
}
