package koalens.backend.comparison;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import koalens.backend.comparison.log.Call;
import koalens.backend.comparison.log.Hash;
import koalens.backend.comparison.log.Verdict;

/// The true verdicts of items or analyses.
///
/// @param byHash from the hash of an item hash or an analysis id to what is true
public record Labels(Map<Long, Verdict> byHash) {
  private static final Pattern HEADING =
      Pattern.compile(
          "(?i)(id|item|item_hash|analysis|analysis_id|label)\\s*["
              + "\t,]\\s*(verdict|label|status|truth)");

  /// No labels: what the engine is certain of counts as true.
  public static final Labels NONE = new Labels(Map.of());

  /// Copies the map.
  public Labels {
    byHash = Map.copyOf(byHash);
  }

  /// Reads `id<TAB>verdict` or `id,verdict` lines: the id is an `item_hash` or an `analysis_id` of
  /// the log.
  ///
  /// @throws IllegalArgumentException naming file, line and mend
  public static Labels read(Path file) {
    List<String> lines = lines(file);
    var labels = new HashMap<Long, Verdict>();
    boolean isFirst = true;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        if (!isFirst || !HEADING.matcher(line).matches()) {
          put(labels, line, i, file);
        }
        isFirst = false;
      }
    }
    if (labels.isEmpty()) {
      throw new IllegalArgumentException(file + " has no labels: write lines of id, tab, verdict");
    }
    return new Labels(labels);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(file + " is not there", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static void put(Map<Long, Verdict> labels, String line, int index, Path file) {
    int cut = line.indexOf('\t') >= 0 ? line.indexOf('\t') : line.indexOf(',');
    Verdict verdict = cut < 0 ? Verdict.NONE : Verdict.of(line.substring(cut + 1).strip());
    if (verdict == Verdict.NONE) {
      throw new IllegalArgumentException(
          "%s line %d: write id, tab, and vegan, non-vegan, maybe-vegan or unknown"
              .formatted(file, index + 1));
    }
    String id = line.substring(0, cut).strip();
    Verdict before = labels.put(Hash.of(id), verdict);
    if (before != null && before != verdict) {
      throw new IllegalArgumentException(
          "%s line %d: %s was %s in a line before: leave one of them"
              .formatted(file, index + 1, id, before.word()));
    }
  }

  /// What is true of a call's label; none when that is not known. A label goes before the engine,
  /// and of the engine only what it is certain of counts.
  Verdict truth(Call call) {
    Verdict labelled = labelled(call);
    return labelled == Verdict.NONE ? ofEngine(call) : labelled;
  }

  /// How many of them are of an item or analysis among the calls.
  long matching(List<Call> calls) {
    if (byHash.isEmpty()) {
      return 0;
    }
    return calls.stream()
        .flatMap(call -> Stream.of(call.item(), call.analysis()))
        .filter(byHash::containsKey)
        .distinct()
        .count();
  }

  private Verdict labelled(Call call) {
    Verdict ofItem = byHash.getOrDefault(call.item(), Verdict.NONE);
    return ofItem == Verdict.NONE ? byHash.getOrDefault(call.analysis(), Verdict.NONE) : ofItem;
  }

  private static Verdict ofEngine(Call call) {
    Verdict verdict = call.engineVerdict();
    return switch (verdict) {
      case VEGAN, NON_VEGAN -> verdict;
      case MAYBE_VEGAN, UNKNOWN, NONE -> Verdict.NONE;
    };
  }
}
