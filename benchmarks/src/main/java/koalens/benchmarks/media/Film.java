package koalens.benchmarks.media;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.bytedeco.javacpp.Loader;

/// Encodes what a camera sees over time, with the FFmpeg that the reader brings along.
final class Film {
  static final int FRAMES_A_SECOND = 10;

  private Film() {}

  /// Writes a film; its format and codecs follow from the file's ending.
  ///
  /// @param cameras gives the camera at a frame
  static void write(
      Path file, BufferedImage label, int frames, IntFunction<Camera> cameras, Random random)
      throws IOException {
    Camera first = cameras.apply(0);
    List<String> command = command(file, first.width(), first.height());
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder
        .environment()
        .put("LD_LIBRARY_PATH", String.valueOf(Path.of(command.getFirst()).getParent()));
    Process encoder = builder.start();
    try (OutputStream out = new BufferedOutputStream(encoder.getOutputStream(), 1 << 20)) {
      for (int frame = 0; frame < frames; frame++) {
        out.write(pixels(cameras.apply(frame).photograph(label, random)));
      }
    }
    if (encoder.onExit().join().exitValue() != 0) {
      throw new IOException("the encoder failed on " + file);
    }
  }

  private static List<String> command(Path file, int width, int height) {
    var command = new ArrayList<String>();
    command.add(Loader.load(org.bytedeco.ffmpeg.ffmpeg.class));
    command.addAll(
        List.of("-y", "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", width + "x" + height));
    command.addAll(List.of("-r", String.valueOf(FRAMES_A_SECOND), "-i", "pipe:0"));
    command.addAll(
        file.toString().endsWith(".webm")
            ? List.of("-c:v", "libvpx", "-b:v", "4M")
            : List.of("-c:v", "libopenh264", "-b:v", "6M"));
    command.addAll(List.of("-pix_fmt", "yuv420p", file.toString()));
    return command;
  }

  private static byte[] pixels(BufferedImage picture) {
    int[] rgb = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    var bytes = new byte[3 * rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      bytes[3 * i] = (byte) (rgb[i] >> 16);
      bytes[3 * i + 1] = (byte) (rgb[i] >> 8);
      bytes[3 * i + 2] = (byte) rgb[i];
    }
    return bytes;
  }
}
