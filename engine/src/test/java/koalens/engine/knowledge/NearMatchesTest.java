package koalens.engine.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The search for an animal one letter off passes over what the letters of names rule out; it must
/// find the same as trying every letter everywhere.
class NearMatchesTest {
  private static final Lexicon LEXICON = CompiledKnowledge.standard().lexicon();
  private static final NearMatches NEAR = new NearMatches(LEXICON);
  private static final int ALL = LEXICON.languages().all();

  @Test
  void findsAnAnimalWhereTryingEveryLetterFindsOne() {
    var random = new Random(11);
    int found = 0;
    for (int i = 0; i < 1_500; i++) {
      String name =
          LEXICON.automaton().spelling(random.nextInt(LEXICON.automaton().size())).split(" ", 2)[0];
      String word = edited(edited(name, random), random);
      int set = random.nextBoolean() ? ALL : 1 << random.nextInt(LEXICON.languages().count());
      boolean expected = word.length() >= 5 && word.length() <= 40 && isNearAnAnimal(word, set);
      assertEquals(expected, NEAR.nearestAnimal(word, set) != null, word + " in " + set);
      found += expected ? 1 : 0;
    }
    assertTrue(found > 30, found + " words near an animal alone tell little");
  }

  private static String edited(String word, Random random) {
    char letter = (char) ('a' + random.nextInt(26));
    int at = random.nextInt(word.length());
    return switch (random.nextInt(4)) {
      case 0 -> word.length() < 2 ? word : word.substring(0, at) + word.substring(at + 1);
      case 1 -> word.substring(0, at) + letter + word.substring(at);
      case 2 -> word.substring(0, at) + letter + word.substring(at + 1);
      default -> word;
    };
  }

  private static boolean isNearAnAnimal(String word, int set) {
    boolean animal = false;
    for (String other : oneLetterOff(word)) {
      if (LEXICON.single(other, set, false) instanceof Meaning.Names(var entry, _)) {
        if (entry.status() == Status.VEGAN) {
          return false;
        }
        animal |= entry.status() == Status.NON_VEGAN;
      }
    }
    return animal;
  }

  private static List<String> oneLetterOff(String word) {
    var others = new ArrayList<String>();
    for (int at = 0; at <= word.length(); at++) {
      String before = word.substring(0, at);
      if (at < word.length()) {
        others.add(before + word.substring(at + 1));
      }
      for (char letter = ' '; letter <= 0xFF; letter++) {
        others.add(before + letter + word.substring(at));
        if (at < word.length() && letter != word.charAt(at)) {
          others.add(before + letter + word.substring(at + 1));
        }
      }
    }
    return others;
  }
}
