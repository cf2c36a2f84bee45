package koalens.operations.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What allows a promotion. Immutable.
public sealed interface Decision {
  /// The reason kept with the release.
  String reason();

  /// Whether it allows a promotion.
  boolean allows();

  /// What `koalens compare --json` decided.
  ///
  /// @param word its decision
  record Compared(String word) implements Decision {
    private static final List<String> ALLOWING = List.of("promote", "equivalent");

    /// Reads a report.
    ///
    /// @throws IllegalArgumentException when the file holds no decision
    public static Compared read(Path file) {
      try {
        JsonNode decision = new JsonMapper().readTree(Files.readString(file)).path("decision");
        String word =
            decision.isObject() ? decision.path("kind").asString("") : decision.asString("");
        if (word.isEmpty()) {
          throw new IllegalArgumentException(
              file + " holds no decision: make it with koalens compare --json");
        }
        return new Compared(word);
      } catch (IOException e) {
        throw new IllegalArgumentException(file + " cannot be read", e);
      } catch (JacksonException e) {
        throw new IllegalArgumentException(file + " is not a report of koalens compare --json", e);
      }
    }

    @Override
    public String reason() {
      return "compare decided " + word;
    }

    @Override
    public boolean allows() {
      String lower = word.toLowerCase(Locale.ROOT);
      return ALLOWING.stream().anyMatch(lower::startsWith);
    }
  }

  /// What a person answers for.
  ///
  /// @param reason in their words
  record Because(String reason) implements Decision {
    @Override
    public boolean allows() {
      return !reason.isBlank();
    }
  }
}
