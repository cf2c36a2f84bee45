package koalens.engine.knowledge;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/// Every name of every language as one smallest automaton: names that begin alike share their
/// beginnings, names that end alike their endings. It also numbers the names, in their order, so
/// that what they mean lies in a plain array. Immutable and thread-safe.
///
/// A step of a walk costs the same whatever the size of the knowledge.
final class Automaton {
  /// Where no name leads.
  static final long NOWHERE = -1;

  /// The bit of a state where a name ends.
  static final int ACCEPTS = 0x80;

  /// The most arcs a state can have.
  static final int ARCS = 0x7F;

  private final byte[] labels;
  private final byte[] states;
  private final int[] targets;
  private final int[] firstArcs;
  private final int[] before;
  private final int[] names;
  // Every walk begins at the root, which has by far the most arcs.
  private final long[] fromRoot = new long[0x100];

  /// @param labels for each arc its letter, in ISO 8859-1; the arcs of a state side by side
  /// @param states for each state how many arcs it has, and whether a name ends there
  /// @param targets for each arc the state it leads to, which comes before its own
  Automaton(byte[] labels, byte[] states, int[] targets) {
    this.labels = labels;
    this.states = states;
    this.targets = targets;
    this.firstArcs = new int[states.length + 1];
    this.before = new int[labels.length];
    this.names = new int[states.length];
    count();
    Arrays.fill(fromRoot, NOWHERE);
    for (int arc = firstArc(root()); arc < lastArc(root()); arc++) {
      fromRoot[letter(arc)] = along(root(), arc);
    }
  }

  // States come after all they lead to: one pass counts the names under each.
  private void count() {
    int arc = 0;
    for (int state = 0; state < states.length; state++) {
      firstArcs[state] = arc;
      int counted = accepts(state) ? 1 : 0;
      for (int last = arc + (states[state] & ARCS); arc < last; arc++) {
        before[arc] = counted;
        counted += names[targets[arc]];
      }
      names[state] = counted;
    }
    firstArcs[states.length] = arc;
  }

  /// How many names there are.
  int size() {
    return names[states.length - 1];
  }

  /// Where every walk begins. A place is a state and the number of names passed on the way.
  long root() {
    return (states.length - 1L) << Integer.SIZE;
  }

  /// The place after the letters of a stretch of text, or [#NOWHERE].
  long walk(long place, CharSequence text, int start, int end) {
    long at = place;
    for (int i = start; i < end && at != NOWHERE; i++) {
      at = step(at, text.charAt(i));
    }
    return at;
  }

  /// The place after one letter, or [#NOWHERE].
  long step(long place, char letter) {
    int state = (int) (place >>> Integer.SIZE);
    if (state == states.length - 1) {
      return letter < fromRoot.length ? fromRoot[letter] : NOWHERE;
    }
    for (int arc = firstArcs[state]; arc < firstArcs[state + 1]; arc++) {
      if ((labels[arc] & 0xFF) == letter) {
        return along(place, arc);
      }
    }
    return NOWHERE;
  }

  /// The place at the end of an arc that begins at the place.
  long along(long place, int arc) {
    return ((long) targets[arc] << Integer.SIZE) | ((int) place + before[arc]);
  }

  int firstArc(long place) {
    return firstArcs[(int) (place >>> Integer.SIZE)];
  }

  int lastArc(long place) {
    return firstArcs[(int) (place >>> Integer.SIZE) + 1];
  }

  char letter(int arc) {
    return (char) (labels[arc] & 0xFF);
  }

  /// The number of the name that ends at the place, or -1.
  int name(long place) {
    return place != NOWHERE && accepts((int) (place >>> Integer.SIZE)) ? (int) place : -1;
  }

  private boolean accepts(int state) {
    return (states[state] & ACCEPTS) != 0;
  }

  /// The name with the number.
  String spelling(int number) {
    var spelling = new StringBuilder();
    int state = states.length - 1;
    int left = number;
    while (left > 0 || !accepts(state)) {
      int arc = firstArcs[state];
      while (arc + 1 < firstArcs[state + 1] && before[arc + 1] <= left) {
        arc++;
      }
      left -= before[arc];
      spelling.append(letter(arc));
      state = targets[arc];
    }
    return spelling.toString();
  }

  /// How many names begin with what leads to the place.
  int under(long place) {
    return names[(int) (place >>> Integer.SIZE)];
  }

  static Automaton read(DataInputStream in) throws IOException {
    byte[] labels = in.readNBytes(in.readInt());
    byte[] states = in.readNBytes(in.readInt());
    byte[] steps = in.readNBytes(in.readInt());
    var targets = new int[labels.length];
    int at = 0;
    int arc = 0;
    for (int state = 0; state < states.length; state++) {
      for (int last = arc + (states[state] & ARCS); arc < last; arc++) {
        int step = steps[at++];
        int back = step & 0x7F;
        for (int shift = 7; step < 0; shift += 7) {
          step = steps[at++];
          back |= (step & 0x7F) << shift;
        }
        targets[arc] = state - back;
      }
    }
    return new Automaton(labels, states, targets);
  }

  void write(DataOutputStream out) throws IOException {
    var steps = new ByteArrayOutputStream();
    for (int state = 0; state < states.length; state++) {
      for (int arc = firstArcs[state]; arc < firstArcs[state + 1]; arc++) {
        int back = state - targets[arc];
        for (; back > 0x7F; back >>>= 7) {
          steps.write((back & 0x7F) | 0x80);
        }
        steps.write(back);
      }
    }
    for (byte[] bytes : new byte[][] {labels, states, steps.toByteArray()}) {
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }
}
