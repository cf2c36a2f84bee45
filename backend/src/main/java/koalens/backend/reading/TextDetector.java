package koalens.backend.reading;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Finds lines of text in a picture with a neural network. Not thread-safe.
final class TextDetector implements AutoCloseable {
  private static final int MULTIPLE = 32;
  private static final float[] MEANS = {0.485f, 0.456f, 0.406f};
  private static final float[] SPREADS = {0.229f, 0.224f, 0.225f};

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final String inputName;

  TextDetector(Path model, int threads) {
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      options.setCPUArenaAllocator(false);
      options.setMemoryPatternOptimization(false);
      session = environment.createSession(model.toString(), options);
      inputName = session.getInputNames().iterator().next();
    } catch (OrtException e) {
      throw new IllegalStateException("the text detector cannot be loaded", e);
    }
  }

  /// The lines of text, in no order.
  ///
  /// @param longest to how many pixels the longer side is scaled before
  List<LinePath> find(GreyImage image, int longest) {
    double scale = scale(image, longest);
    GreyImage scaled = image.scaled(length(image.width() * scale), length(image.height() * scale));
    GreyImage padded = scaled.padded(multiple(scaled.width()), multiple(scaled.height()));
    float[] likelihood = likelihood(padded);
    double back = 1 / scale;
    var lines = new ArrayList<LinePath>();
    for (LinePath line : new TextRegions(likelihood, padded.width(), padded.height()).lines()) {
      lines.add(LineFitting.fitted(image, line.scaled(back)));
    }
    return lines;
  }

  /// How many pixels are looked at for one of the picture's.
  static double scale(GreyImage image, int longest) {
    return Math.min(1.5, (double) longest / image.longest());
  }

  private static int length(double pixels) {
    return Math.max(1, (int) Math.round(pixels));
  }

  // Padded, not stretched: stretched both ways differently, lines would be looked for off their
  // place.
  private static int multiple(int length) {
    return Math.ceilDiv(length, MULTIPLE) * MULTIPLE;
  }

  // What the network keeps in mind grows with the pixels it sees at once: some 300 bytes for each.
  private float[] likelihood(GreyImage image) {
    List<Tile> tiles = Tile.of(image.width(), image.height());
    if (tiles.size() == 1) {
      return atOnce(image);
    }
    var likelihood = new float[image.width() * image.height()];
    for (Tile tile : tiles) {
      tile.put(atOnce(tile.cut(image)), likelihood, image.width());
    }
    return likelihood;
  }

  private float[] atOnce(GreyImage image) {
    long[] shape = {1, 3, image.height(), image.width()};
    try (OnnxTensor input = OnnxTensor.createTensor(environment, input(image), shape);
        OrtSession.Result result = session.run(Map.of(inputName, input))) {
      var output = (OnnxTensor) result.get(0);
      var likelihood = new float[image.width() * image.height()];
      output.getFloatBuffer().get(likelihood);
      return likelihood;
    } catch (OrtException e) {
      throw new IllegalStateException("the text detector failed", e);
    } finally {
      NativeMemory.trim();
    }
  }

  private static FloatBuffer input(GreyImage image) {
    int pixels = image.width() * image.height();
    FloatBuffer input =
        ByteBuffer.allocateDirect(3 * pixels * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    for (int channel = 0; channel < 3; channel++) {
      for (int i = 0; i < pixels; i++) {
        float level = (image.levels()[i] & 0xFF) / 255f;
        input.put(channel * pixels + i, (level - MEANS[channel]) / SPREADS[channel]);
      }
    }
    return input;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the text detector cannot be closed", e);
    }
  }
}
