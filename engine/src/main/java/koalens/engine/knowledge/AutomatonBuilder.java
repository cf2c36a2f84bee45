package koalens.engine.knowledge;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Builds the smallest automaton of names that come in order, by the method of Daciuk, Mihov,
/// Watson and Watson (Computational Linguistics 26, 2000): as soon as no later name can touch a
/// state, it is replaced by an equal one if there is any. Used once.
final class AutomatonBuilder {
  private final Map<State, State> finished = new HashMap<>();
  private final List<State> order = new ArrayList<>();
  private final List<State> path = new ArrayList<>();
  private String previous = "";

  AutomatonBuilder() {
    path.add(new State());
  }

  private static final class State {
    private boolean accepts;
    private final StringBuilder letters = new StringBuilder();
    private final List<State> targets = new ArrayList<>();
    private int number;

    @Override
    public boolean equals(Object other) {
      return other instanceof State state
          && accepts == state.accepts
          && letters.compareTo(state.letters) == 0
          && numbers().equals(state.numbers());
    }

    // Only finished states are compared, and what they lead to is finished before them.
    private List<Integer> numbers() {
      return targets.stream().map(target -> target.number).toList();
    }

    @Override
    public int hashCode() {
      int hash = accepts ? 1 : 0;
      for (int i = 0; i < targets.size(); i++) {
        hash = 31 * hash + letters.charAt(i);
        hash = 31 * hash + targets.get(i).number;
      }
      return hash;
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
      var state = new State();
      path.getLast().letters.append(name.charAt(i));
      path.getLast().targets.add(state);
      path.add(state);
    }
    path.getLast().accepts = true;
    previous = name;
  }

  // Everything on the path below this depth is complete.
  private void finish(int depth) {
    while (path.size() - 1 > depth) {
      State state = path.removeLast();
      State parent = path.getLast();
      parent.targets.set(parent.targets.size() - 1, canonical(state));
    }
  }

  private State canonical(State state) {
    State equal = finished.putIfAbsent(state, state);
    if (equal != null) {
      return equal;
    }
    state.number = order.size();
    order.add(state);
    return state;
  }

  Automaton build() {
    finish(0);
    State root = path.getFirst();
    root.number = order.size();
    order.add(root);
    var labels = new ByteArrayOutputStream();
    var states = new byte[order.size()];
    var targets = new ArrayList<Integer>();
    for (State state : order) {
      states[state.number] =
          (byte) (state.targets.size() | (state.accepts ? Automaton.ACCEPTS : 0));
      for (int i = 0; i < state.targets.size(); i++) {
        labels.write(state.letters.charAt(i));
        targets.add(state.targets.get(i).number);
      }
    }
    return new Automaton(
        labels.toByteArray(), states, targets.stream().mapToInt(Integer::intValue).toArray());
  }
}
