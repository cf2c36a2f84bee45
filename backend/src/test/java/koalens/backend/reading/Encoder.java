package koalens.backend.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Loader;

/// Makes media for tests with the FFmpeg that the reader brings along.
final class Encoder {
  private final Path folder;

  /// @param folder where files lie while they are made
  Encoder(Path folder) {
    this.folder = folder;
  }

  /// A medium made of nothing but arguments, such as FFmpeg's test sources.
  byte[] make(String name, String... arguments) {
    Path file = folder.resolve(name);
    String program = Loader.load(org.bytedeco.ffmpeg.ffmpeg.class);
    var command = new ArrayList<>(List.of(program, "-v", "error", "-y"));
    command.addAll(List.of(arguments));
    command.add(file.toString());
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LD_LIBRARY_PATH", String.valueOf(Path.of(program).getParent()));
    try {
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.onExit().join().exitValue() != 0) {
        throw new IllegalStateException("the encoder failed: " + said);
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A medium made of a picture.
  byte[] encode(byte[] png, List<String> input, String name, String... arguments) {
    Path picture = folder.resolve("picture.png");
    try {
      Files.write(picture, png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var all = new ArrayList<>(input);
    all.addAll(List.of("-i", picture.toString()));
    all.addAll(List.of(arguments));
    return make(name, all.toArray(String[]::new));
  }
}
