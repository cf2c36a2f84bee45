package koalens.backend.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A line of a list as the frames together show it. Not thread-safe.
final class VotedLine {
  /// A word that one frame alone shows must be read as surely as that.
  private static final double SURE = 70;

  private final Set<VotedLine> nexts = new HashSet<>();
  private List<VotedWord> places = new ArrayList<>();
  private boolean last;

  /// As the best frame shows it.
  static VotedLine base(SeenRow row) {
    var line = new VotedLine();
    line.add(row, 0);
    return line;
  }

  /// As another frame shows it, which the best does not; without words when none was read surely.
  static VotedLine added(SeenRow row) {
    var line = new VotedLine();
    line.add(row);
    return line;
  }

  WordAlignment aligned(SeenRow row) {
    return WordAlignment.of(
        places.stream().map(VotedWord::text).toList(),
        row.words().stream().map(word -> word.word().text()).toList());
  }

  /// Lets a frame vote on the line.
  void add(SeenRow row) {
    add(row, SURE);
  }

  private void add(SeenRow row, double least) {
    WordAlignment alignment = aligned(row);
    var merged = new ArrayList<VotedWord>();
    var seen = new ArrayList<@Nullable VotedWord>();
    var fresh = new ArrayList<VotedWord>();
    int next = 0;
    for (int i = 0; i < row.words().size(); i++) {
      SeenWord word = row.words().get(i);
      int place = alignment.place(i);
      @Nullable VotedWord voted = place < 0 ? fresh(word, least) : places.get(place);
      if (voted != null && place < 0) {
        fresh.add(voted);
      } else if (voted != null) {
        voted.add(word);
        insert(merged, places.subList(next, place), fresh, next > 0);
        fresh.clear();
        merged.add(voted);
        next = place + 1;
      }
      seen.add(voted);
    }
    insert(merged, places.subList(next, places.size()), fresh, true);
    places = merged;
    witness(row, seen);
  }

  private static @Nullable VotedWord fresh(SeenWord word, double least) {
    if (word.weight() < least) {
      return null;
    }
    var voted = new VotedWord();
    voted.add(word);
    return voted;
  }

  // New words stand beside the word both have, unless the picture's edge cut what is between.
  private static void insert(
      List<VotedWord> merged, List<VotedWord> known, List<VotedWord> fresh, boolean behind) {
    boolean cut = known.stream().noneMatch(VotedWord::isSeenWhole);
    merged.addAll(behind == cut ? known : fresh);
    merged.addAll(behind == cut ? fresh : known);
  }

  private void witness(SeenRow row, List<@Nullable VotedWord> seen) {
    for (int i = 0; i < seen.size(); i++) {
      VotedWord one = seen.get(i);
      VotedWord other = i + 1 < seen.size() ? seen.get(i + 1) : null;
      if (one == null) {
        continue;
      }
      if (i == 0 && row.begins()) {
        one.begins();
      }
      if (i + 1 == seen.size() && row.ends()) {
        one.ends(row.sight());
      }
      if (other != null && row.sight().unbroken()) {
        one.isFollowedBy(other);
      }
    }
    last |= row.sight().last();
  }

  /// A frame saw no line between the two.
  void isFollowedBy(VotedLine next) {
    nexts.add(next);
  }

  boolean isEmpty() {
    return places.isEmpty();
  }

  /// The words; of those that are cut only what nothing was found beyond.
  List<ReadWord> words() {
    return kept().stream().map(VotedWord::word).toList();
  }

  private List<VotedWord> kept() {
    var kept = new ArrayList<VotedWord>();
    for (int i = 0; i < places.size(); i++) {
      boolean outermost = i == 0 || i + 1 == places.size();
      if (outermost || places.get(i).isSeenWhole()) {
        kept.add(places.get(i));
      }
    }
    return kept;
  }

  /// Whether each of its words was seen beside the next, and both of its ends.
  boolean isSeenWhole() {
    List<VotedWord> kept = kept();
    for (int i = 0; i + 1 < kept.size(); i++) {
      if (!kept.get(i).isSeenBefore(kept.get(i + 1))) {
        return false;
      }
    }
    return !kept.isEmpty() && kept.getFirst().isSeenToBegin() && kept.getLast().isSeenToEnd();
  }

  /// Whether a frame saw the other right below, and this one is as long as it can be.
  boolean isSeenBefore(VotedLine next) {
    return nexts.contains(next) && !places.getLast().endsShort(next.words().getFirst());
  }

  /// Whether a frame saw the list end here.
  boolean isSeenLast() {
    return last;
  }
}
