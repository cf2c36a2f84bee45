package koalens.operations.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import koalens.operations.fly.FlyConfig;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The records of one environment, a file each in a folder. A record is replaced in one step, so
/// that a killed process leaves the one before it.
public final class ReleaseHistory {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final String SUFFIX = ".json";

  private final Path folder;

  /// The history of an environment.
  public ReleaseHistory(Path state, String environment) {
    this.folder = state.resolve(environment);
  }

  Path folder() {
    return folder;
  }

  void write(ReleaseRecord record) {
    try {
      Files.createDirectories(folder);
      Path next = folder.resolve(record.id() + ".writing");
      Files.writeString(next, JSON.writeValueAsString(record));
      Files.move(
          next,
          folder.resolve(record.id() + SUFFIX),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("the release record cannot be kept in " + folder, e);
    }
  }

  /// Keeps what fly.toml said, beside the record: a roll-back has to send the settings back too.
  void keep(ReleaseRecord record, FlyConfig config) {
    try {
      Files.createDirectories(folder);
      Files.copy(config.file(), settings(record), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(config.file() + " cannot be kept in " + folder, e);
    }
  }

  /// The fly.toml that a release was sent with; nothing for a release of before they were kept.
  Optional<FlyConfig> config(ReleaseRecord record) {
    Path kept = settings(record);
    try {
      return Files.exists(kept) ? Optional.of(FlyConfig.read(kept)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(kept + " cannot be read", e);
    }
  }

  private Path settings(ReleaseRecord record) {
    return folder.resolve(record.id() + ".fly.toml");
  }

  /// All records, the newest first. A file that is no record is left out.
  public List<ReleaseRecord> records() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .sorted(Comparator.reverseOrder())
          .flatMap(ReleaseHistory::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the release records cannot be read in " + folder, e);
    }
  }

  private static Stream<ReleaseRecord> read(Path file) {
    try {
      return Stream.of(JSON.readValue(Files.readString(file), ReleaseRecord.class));
    } catch (IOException | JacksonException e) {
      return Stream.empty();
    }
  }

  /// The newest release that answered rightly: what a roll-back puts back, what may be promoted.
  public Optional<ReleaseRecord> lastValidated() {
    return records().stream()
        .filter(record -> record.ending().equals(Optional.of(Ending.KEPT)))
        .filter(record -> record.image().isPresent())
        .findFirst();
  }

  /// The newest deployment, when it did not come to an end.
  public Optional<ReleaseRecord> interrupted() {
    return records().stream().findFirst().filter(record -> record.stage() != Stage.ENDED);
  }
}
