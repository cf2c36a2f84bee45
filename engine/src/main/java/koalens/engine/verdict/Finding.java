package koalens.engine.verdict;

import java.util.List;
import java.util.Optional;
import koalens.engine.knowledge.Entry;
import koalens.engine.knowledge.ReasonCode;
import koalens.engine.knowledge.Status;
import koalens.engine.knowledge.Trait;

/// What a stretch of words means together.
///
/// @param reason why it has its status
/// @param entry the entry that stands for the whole, when one does
/// @param modified whether a plant word stands before an animal head
/// @param misread whether the spelling had to be guessed
record Finding(ReasonCode reason, Optional<Entry> entry, boolean modified, boolean misread) {

  static final Finding UNRECOGNISED = of(ReasonCode.UNRECOGNISED);

  static Finding of(ReasonCode reason) {
    return new Finding(reason, Optional.empty(), false, false);
  }

  static Finding of(Entry entry) {
    return new Finding(entry.reason(), Optional.of(entry), false, false);
  }

  Status status() {
    return reason.status();
  }

  boolean is(Status status) {
    return status() == status;
  }

  boolean has(Trait trait) {
    return entry.isPresent() && entry.get().has(trait);
  }

  // A plain loop: every ingredient is asked, and few are any.
  boolean isAny(List<String> kinds) {
    if (entry.isPresent()) {
      for (int i = 0; i < kinds.size(); i++) {
        if (entry.get().isA(kinds.get(i))) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether it is one of these entries itself, and no kind of one.
  boolean isOne(List<String> ids) {
    return entry.isPresent() && ids.contains(entry.get().id());
  }

  Finding because(ReasonCode other) {
    return new Finding(other, entry, modified, misread);
  }

  /// The same, guessed at: what is not from an animal is then not known at all.
  Finding guessed() {
    ReasonCode guess = is(Status.VEGAN) ? ReasonCode.MISREAD : reason;
    return new Finding(guess, entry, modified, true);
  }

  Finding withModifier() {
    return new Finding(reason, entry, true, misread);
  }
}
