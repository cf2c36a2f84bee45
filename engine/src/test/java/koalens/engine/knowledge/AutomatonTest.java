package koalens.engine.knowledge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import koalens.engine.packed.PackedInput;
import org.junit.jupiter.api.Test;

class AutomatonTest {
  private static final String[] BEGINNINGS = {"mjölk", "soja", "ris", "røget ", "crème ", "e", "ø"};
  private static final String[] ENDINGS = {"pulver", "s", "et", "ets", " 12", "&", "protein", "en"};

  @Test
  void everyNameHasANumberOfItsOwnAndIsSpelledByIt() throws IOException {
    Set<String> names = names(20_000);
    Automaton automaton = automaton(names);
    assertEquals(names.size(), automaton.size());
    var numbers = new TreeSet<Integer>();
    for (String name : names) {
      int number = number(automaton, name);
      assertEquals(name, automaton.spelling(number));
      numbers.add(number);
    }
    assertEquals(names.size(), numbers.size());
    assertEquals(0, numbers.getFirst());
    assertEquals(names.size() - 1, numbers.getLast());
  }

  @Test
  void whatIsNoNameHasNoNumber() throws IOException {
    Set<String> names = names(5_000);
    Automaton automaton = automaton(names);
    for (String name : names) {
      for (String other :
          List.of(name + "x", name.substring(1), name.replace('s', 'z'), "Ω" + name)) {
        assertEquals(names.contains(other), number(automaton, other) >= 0, other);
      }
    }
  }

  @Test
  void namesWithOneBeginningAreNumberedInARow() throws IOException {
    Set<String> names = names(5_000);
    Automaton automaton = automaton(names);
    for (String beginning : BEGINNINGS) {
      long place = automaton.walk(automaton.root(), beginning, 0, beginning.length());
      int first = automaton.first(place);
      int count = automaton.under(place);
      long expected = names.stream().filter(name -> name.startsWith(beginning)).count();
      assertEquals(expected, count, beginning);
      for (int number = first; number < first + count; number++) {
        assertTrue(automaton.spelling(number).startsWith(beginning), beginning);
      }
    }
  }

  @Test
  void theSameNamesAreAlwaysLaidOutTheSame() throws IOException {
    assertArrayEquals(written(built(names(3_000))), written(built(names(3_000))));
  }

  @Test
  void noNamesAtAllAreAnAutomatonToo() throws IOException {
    Automaton automaton = automaton(Set.of());
    assertEquals(0, automaton.size());
    assertEquals(-1, number(automaton, "salt"));
  }

  private static Set<String> names(int count) {
    var random = new Random(3);
    var names = new TreeSet<String>();
    while (names.size() < count) {
      names.add(
          BEGINNINGS[random.nextInt(BEGINNINGS.length)]
              + Integer.toString(random.nextInt(50_000), Character.MAX_RADIX)
              + ENDINGS[random.nextInt(ENDINGS.length)]);
    }
    return names;
  }

  private static Automaton built(Set<String> names) {
    var builder = new AutomatonBuilder();
    names.forEach(builder::add);
    return builder.build();
  }

  private static Automaton automaton(Set<String> names) throws IOException {
    return Automaton.read(new PackedInput(new ByteArrayInputStream(written(built(names)))));
  }

  private static byte[] written(Automaton automaton) throws IOException {
    var bytes = new ByteArrayOutputStream();
    automaton.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static int number(Automaton automaton, String name) {
    return automaton.name(automaton.walk(automaton.root(), name, 0, name.length()));
  }
}
