package koalens.backend.provider;

/// An answer that keeps to its schema.
///
/// @param <A> the answer's record
/// @param answer the answer
/// @param reply the attempt it came from
/// @param attempts how many attempts it took, 1 and up
/// @param repaired whether the model had to be told what was wrong with its first answer
/// @param joined whether an identical call under way was awaited, so that this one cost nothing
public record Completion<A extends Record>(
    A answer, Reply reply, int attempts, boolean repaired, boolean joined) {

  Completion<A> asJoined() {
    return new Completion<>(answer, reply, attempts, repaired, true);
  }
}
