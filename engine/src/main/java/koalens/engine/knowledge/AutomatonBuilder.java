package koalens.engine.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Builds the smallest automaton of names that come in order, by the method of Daciuk, Mihov,
/// Watson and Watson (Computational Linguistics 26, 2000): as soon as no later name can touch a
/// state, it is replaced by an equal one if there is any. Whether a name ends at a state is said by
/// the arcs that lead there, so states that differ in that alone are one. Used once.
final class AutomatonBuilder {
  private final Map<State, State> finished = new HashMap<>();
  private final List<State> path = new ArrayList<>();
  private String previous = "";

  AutomatonBuilder() {
    path.add(new State());
  }

  /// The arcs that leave it, in the order of their letters.
  static final class State {
    private final List<Arc> arcs = new ArrayList<>();

    List<Arc> arcs() {
      return arcs;
    }

    /// How many names lie beyond its arcs.
    int names() {
      int names = 0;
      for (Arc arc : arcs) {
        names += arc.names;
      }
      return names;
    }

    // Only finished states are compared, and what they lead to is finished before them.
    @Override
    public boolean equals(Object other) {
      return other instanceof State state && arcs.equals(state.arcs);
    }

    @Override
    public int hashCode() {
      return arcs.hashCode();
    }
  }

  /// An arc; equal to one with the same letter that leads to the very same state.
  static final class Arc {
    private final char letter;
    private State target = new State();
    private boolean accepts;
    private int names;

    Arc(char letter) {
      this.letter = letter;
    }

    char letter() {
      return letter;
    }

    State target() {
      return target;
    }

    boolean accepts() {
      return accepts;
    }

    /// How many names lead along it.
    int names() {
      return names;
    }

    @SuppressWarnings("ReferenceEquality") // of finished states there is one of a kind
    @Override
    public boolean equals(Object other) {
      return other instanceof Arc arc
          && letter == arc.letter
          && accepts == arc.accepts
          && target == arc.target;
    }

    @Override
    public int hashCode() {
      return Objects.hash(letter, accepts, System.identityHashCode(target));
    }
  }

  /// Adds the next name.
  ///
  /// @throws IllegalArgumentException when it does not come after the one before
  void add(String name) {
    if (name.compareTo(previous) <= 0) {
      throw new IllegalArgumentException("'" + name + "' does not come after '" + previous + "'");
    }
    int shared = 0;
    while (shared < previous.length() && previous.charAt(shared) == name.charAt(shared)) {
      shared++;
    }
    finish(shared);
    for (int i = shared; i < name.length(); i++) {
      var arc = new Arc(name.charAt(i));
      path.getLast().arcs.add(arc);
      path.add(arc.target);
    }
    path.get(path.size() - 2).arcs.getLast().accepts = true;
    previous = name;
  }

  // Everything on the path below this depth is complete.
  private void finish(int depth) {
    while (path.size() - 1 > depth) {
      State state = path.removeLast();
      Arc arc = path.getLast().arcs.getLast();
      arc.names = state.names() + (arc.accepts ? 1 : 0);
      State equal = finished.putIfAbsent(state, state);
      arc.target = equal == null ? state : equal;
    }
  }

  Automaton build() {
    finish(0);
    return new AutomatonLayout(path.getFirst()).automaton();
  }
}
