package koalens.operations.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
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

  /// What `koalens compare --json` decided. It allows a promotion for a week after its last call:
  /// later the providers and the traffic are others.
  ///
  /// @param word its decision
  /// @param provider whom it promotes; empty where it promotes nobody
  /// @param day the last day of the calls it was decided on
  /// @param mark the beginning of the file's SHA-256, by which it can be found again
  record Compared(String word, String provider, LocalDate day, String mark) implements Decision {
    private static final List<String> ALLOWING = List.of("promote", "equivalent");
    private static final Period VALID = Period.ofDays(7);
    private static final int MARK = 12;

    /// Reads a report.
    ///
    /// @throws IllegalArgumentException when the file holds no decision, or not its day
    public static Compared read(Path file) {
      try {
        byte[] bytes = Files.readAllBytes(file);
        JsonNode report = new JsonMapper().readTree(bytes);
        JsonNode decision = report.path("decision");
        if (decision.asString("").isEmpty()) {
          throw new IllegalArgumentException(
              file + " holds no decision: make it with koalens compare --json");
        }
        return new Compared(
            decision.asString(""),
            report.path("provider").asString(""),
            LocalDate.parse(report.path("day").asString("")),
            mark(bytes));
      } catch (IOException e) {
        throw new IllegalArgumentException(file + " cannot be read", e);
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException(
            file + " does not say its day: make it with koalens compare --json", e);
      } catch (JacksonException e) {
        throw new IllegalArgumentException(file + " is not a report of koalens compare --json", e);
      }
    }

    private static String mark(byte[] bytes) {
      try {
        return HexFormat.of()
            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
            .substring(0, MARK);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public String reason() {
      return "compare decided %s on calls until %s (sha256 %s)"
          .formatted((word + " " + provider).strip(), day, mark);
    }

    @Override
    public boolean allows() {
      String lower = word.toLowerCase(Locale.ROOT);
      boolean recent = !day.plus(VALID).isBefore(LocalDate.now(ZoneOffset.UTC));
      return recent && ALLOWING.stream().anyMatch(lower::startsWith);
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
