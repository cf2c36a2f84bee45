package koalens.operations.validation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The steps of a validation, in order. Immutable.
public final class Suite {
  private static final String STANDARD = "steps.yaml";
  private static final String IDENTITY = "identity.yaml";

  private final List<Step> steps;
  private final Resources resources;

  private Suite(List<Step> steps, Resources resources) {
    this.steps = List.copyOf(steps);
    this.resources = resources;
  }

  /// The steps that come with KoaLens.
  public static Suite standard() {
    return shipped(STANDARD);
  }

  /// The one question whether the version `${commit}` answers.
  public static Suite identity() {
    return shipped(IDENTITY);
  }

  private static Suite shipped(String name) {
    Resources resources = new Resources(Path.of(""));
    try (InputStream in = resources.open(name)) {
      return new Suite(SuiteReader.read(name, in), resources);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The steps of a file, after these. Files it names are looked for beside it.
  ///
  /// @throws SuiteFault when the file cannot be read or used
  public Suite and(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      Path beside = file.toAbsolutePath().getParent();
      List<Step> more = SuiteReader.read(file.toString(), in);
      return new Suite(
          Stream.concat(steps.stream(), more.stream()).toList(),
          new Resources(beside == null ? Path.of("") : beside));
    } catch (IOException e) {
      throw new SuiteFault(file.toString(), "cannot be read");
    }
  }

  List<Step> steps() {
    return steps;
  }

  Resources resources() {
    return resources;
  }
}
