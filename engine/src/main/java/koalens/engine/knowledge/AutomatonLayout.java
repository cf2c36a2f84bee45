package koalens.engine.knowledge;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import koalens.engine.knowledge.AutomatonBuilder.Arc;
import koalens.engine.knowledge.AutomatonBuilder.State;
import koalens.engine.packed.PackedInts;
import org.jspecify.annotations.Nullable;

/// Lays the states of an automaton out as [Automaton] walks them: the arcs that most names take
/// come first, and where one can, the state that the last arc leads to follows at once, which saves
/// its address. Used once.
final class AutomatonLayout {
  // A hub's address takes three bytes of its own and saves one or two on every arc that leads
  // there.
  private static final int WORTHWHILE = 4;
  private static final Comparator<Arc> MOST_NAMES_FIRST =
      Comparator.comparingInt(arc -> -arc.names());

  private final State root;
  private final List<Placed> order = new ArrayList<>();
  private final IdentityHashMap<State, Integer> addresses = new IdentityHashMap<>();
  // The states most arcs lead to, in the order of their numbers.
  private final IdentityHashMap<State, Integer> hubs = new IdentityHashMap<>();
  private final List<State> hubsInOrder = new ArrayList<>();
  private final byte[] letters;

  /// A state in its place.
  ///
  /// @param arcs in the order they are written
  /// @param chained whether the state that the last of them leads to follows at once
  private record Placed(State state, List<Arc> arcs, boolean chained) {
    boolean isLast(int index) {
      return index == arcs.size() - 1;
    }

    boolean isFollowed(int index) {
      return chained && isLast(index);
    }
  }

  AutomatonLayout(State root) {
    this.root = root;
    order();
    this.letters = commonest();
    chooseHubs();
    while (moves()) {
      // A greater address takes more room, which may move what comes after.
    }
  }

  private void order() {
    Deque<State> chains = new ArrayDeque<>(List.of(root));
    while (!chains.isEmpty()) {
      State next = chains.pop();
      while (next != null && !isPlaced(next)) {
        next = place(next, chains);
      }
    }
  }

  private boolean isPlaced(State state) {
    return state.arcs().isEmpty() || addresses.containsKey(state);
  }

  // A chain goes on along the arc with fewest names; the other arcs begin chains of their own.
  private @Nullable State place(State state, Deque<State> chains) {
    addresses.put(state, Automaton.END);
    var arcs = new ArrayList<>(state.arcs());
    arcs.sort(MOST_NAMES_FIRST);
    List<Arc> open = arcs.stream().filter(arc -> !isPlaced(arc.target())).toList();
    order.add(new Placed(state, arcs, !open.isEmpty()));
    if (open.isEmpty()) {
      return null;
    }
    Arc chained = open.getLast();
    arcs.remove(chained);
    arcs.add(chained);
    open.reversed().forEach(arc -> chains.push(arc.target()));
    return chained.target();
  }

  private byte[] commonest() {
    var counts = new int[0x100];
    order.forEach(placed -> placed.arcs.forEach(arc -> counts[arc.letter()]++));
    List<Integer> sorted = new ArrayList<>();
    for (int letter = 0; letter < counts.length; letter++) {
      sorted.add(letter);
    }
    sorted.sort(Comparator.comparingInt(letter -> -counts[letter]));
    var commonest = new byte[Automaton.LETTER];
    for (int i = 0; i < commonest.length; i++) {
      commonest[i] = sorted.get(i).byteValue();
    }
    return commonest;
  }

  private void chooseHubs() {
    var leading = new IdentityHashMap<State, Integer>();
    // In the order of the first arc there, so that the same names are always laid out the same.
    var led = new ArrayList<State>();
    for (Placed placed : order) {
      for (int i = 0; i < placed.arcs.size(); i++) {
        State target = placed.arcs.get(i).target();
        if (!placed.isFollowed(i) && leading.merge(target, 1, Integer::sum) == 1) {
          led.add(target);
        }
      }
    }
    led.sort(Comparator.comparingInt(state -> -leading.getOrDefault(state, 0)));
    for (State state : led.subList(0, Math.min(led.size(), Automaton.MIDDLING))) {
      if (leading.getOrDefault(state, 0) >= WORTHWHILE) {
        hubs.put(state, hubs.size());
        hubsInOrder.add(state);
      }
    }
  }

  // Gives every state its address; whether any was another before.
  private boolean moves() {
    boolean moved = false;
    int address = Automaton.FIRST;
    for (Placed placed : order) {
      moved |= address(placed.state) != address;
      addresses.put(placed.state, address);
      for (int i = 0; i < placed.arcs.size(); i++) {
        address += size(placed, i);
      }
    }
    if (address > Automaton.GREATEST_ADDRESS) {
      throw new IllegalStateException("the names need wider addresses: " + address + " bytes");
    }
    return moved;
  }

  private int size(Placed placed, int index) {
    Arc arc = placed.arcs.get(index);
    int letter = common(arc.letter()) == Automaton.LETTER ? 2 : 1;
    int names = placed.isLast(index) ? 0 : Automaton.bytes(arc.names());
    return letter + names + (placed.isFollowed(index) ? 0 : Automaton.bytes(target(arc.target())));
  }

  private int common(char letter) {
    for (int i = 0; i < letters.length; i++) {
      if (letters[i] == (byte) letter) {
        return i;
      }
    }
    return Automaton.LETTER;
  }

  private int target(State state) {
    Integer hub = hubs.get(state);
    return hub == null ? Automaton.MIDDLING + address(state) : hub;
  }

  private int address(State state) {
    return addresses.getOrDefault(state, Automaton.END);
  }

  Automaton automaton() {
    var arcs = new ByteArrayOutputStream();
    arcs.write(0);
    for (Placed placed : order) {
      for (int i = 0; i < placed.arcs.size(); i++) {
        write(placed, i, arcs);
      }
    }
    PackedInts addressed = PackedInts.of(hubsInOrder.stream().map(this::address).toList());
    return new Automaton(letters, addressed, arcs.toByteArray(), triples(), address(root));
  }

  private LetterTriples triples() {
    var bits = new byte[LetterTriples.BYTES];
    for (Placed placed : order) {
      for (Arc first : placed.arcs) {
        for (Arc second : first.target().arcs()) {
          for (Arc third : second.target().arcs()) {
            LetterTriples.add(
                common(first.letter()), common(second.letter()), common(third.letter()), bits);
          }
        }
      }
    }
    return new LetterTriples(bits);
  }

  private void write(Placed placed, int index, ByteArrayOutputStream out) {
    Arc arc = placed.arcs.get(index);
    int common = common(arc.letter());
    int accepts = arc.accepts() ? Automaton.ACCEPTS : 0;
    int last = placed.isLast(index) ? Automaton.LAST : 0;
    int next = placed.isFollowed(index) ? Automaton.NEXT : 0;
    out.write(accepts | last | next | common);
    if (common == Automaton.LETTER) {
      out.write(arc.letter());
    }
    if (last == 0) {
      Automaton.writeNumber(arc.names(), out);
    }
    if (next == 0) {
      Automaton.writeNumber(target(arc.target()), out);
    }
  }
}
