package koalens.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Where a command takes a label text from: its argument, a file, or standard input.
final class LabelInput {
  private static final int LARGEST = 10 << 20;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "TEXT", description = "The label text.")
  private @Nullable String text;

  @Option(names = "--file", paramLabel = "FILE", description = "Read the label text from a file.")
  private @Nullable Path file;

  /// Whether the command line names one.
  boolean isGiven() {
    return text != null || file != null;
  }

  /// The text.
  ///
  /// @throws ParameterException saying what to give instead, when it cannot be used
  String read() throws IOException {
    String label = label();
    if (label.isBlank()) {
      throw usage("there is no text: give it as an argument, with --file, or on standard input");
    }
    return label;
  }

  private String label() throws IOException {
    if (text != null && file != null) {
      throw usage("give TEXT or --file, not both");
    }
    if (text != null) {
      return text;
    }
    return file == null
        ? decode(limited(System.in, "standard input"), "standard input")
        : decode(read(file), "the file");
  }

  private byte[] read(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw usage("--file: there is no file " + path);
    }
    try (InputStream stream = Files.newInputStream(path)) {
      return limited(stream, "the file");
    }
  }

  private byte[] limited(InputStream stream, String name) throws IOException {
    byte[] bytes = stream.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw usage(name + " is larger than 10 MiB: give the ingredient list alone");
    }
    return bytes;
  }

  private String decode(byte[] bytes, String name) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw usage(name + " is not UTF-8 text: save it as UTF-8");
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
