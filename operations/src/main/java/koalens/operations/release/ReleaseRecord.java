package koalens.operations.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is known of one deployment. Immutable; written after each stage, so that an interrupted
/// deployment can be told from one that ended.
///
/// @param id names it, ordered by time
/// @param environment where to: `staging`, `production`
/// @param who who asked for it
/// @param at when it began
/// @param commit the commit that was sent
/// @param configHash the fingerprint of the fly.toml it was sent with
/// @param image the image that answers at the end, when known
/// @param stage how far it came
/// @param ending how it ended; empty before
/// @param notes what happened, in order
public record ReleaseRecord(
    String id,
    String environment,
    String who,
    Instant at,
    String commit,
    String configHash,
    Optional<String> image,
    Stage stage,
    Optional<Ending> ending,
    List<String> notes) {

  /// Copies the list.
  public ReleaseRecord {
    notes = List.copyOf(notes);
  }

  ReleaseRecord at(Stage next) {
    return new ReleaseRecord(
        id, environment, who, at, commit, configHash, image, next, ending, notes);
  }

  ReleaseRecord with(String note) {
    var more = new ArrayList<>(notes);
    more.add(note);
    return new ReleaseRecord(
        id, environment, who, at, commit, configHash, image, stage, ending, more);
  }

  ReleaseRecord running(String ref) {
    return new ReleaseRecord(
        id, environment, who, at, commit, configHash, Optional.of(ref), stage, ending, notes);
  }

  ReleaseRecord ended(Ending end) {
    return new ReleaseRecord(
        id, environment, who, at, commit, configHash, image, Stage.ENDED, Optional.of(end), notes);
  }
}
