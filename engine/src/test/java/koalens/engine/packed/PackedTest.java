package koalens.engine.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedTest {
  private final Random random = new Random(11);

  @Test
  void numbersOfEveryWidthComeBackAsTheyWere() throws IOException {
    for (int bits = 1; bits <= 31; bits++) {
      List<Integer> numbers = numbers(200, bits);
      PackedInts packed = PackedInts.read(in(written(PackedInts.of(numbers)::write)));
      assertEquals(numbers.size(), packed.size());
      for (int i = 0; i < numbers.size(); i++) {
        assertEquals(numbers.get(i), packed.at(i), "of " + bits + " bits");
      }
    }
  }

  private List<Integer> numbers(int count, int bits) {
    var numbers = new ArrayList<Integer>(List.of(0, (int) ((1L << bits) - 1)));
    while (numbers.size() < count) {
      numbers.add(random.nextInt() >>> (Integer.SIZE - bits));
    }
    return numbers;
  }

  @Test
  void aNumberBelowZeroIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> PackedInts.of(List.of(3, -1)));
  }

  @Test
  void textsOfAllAlphabetsComeBackAsTheyWere() throws IOException {
    List<String> texts = List.of("salt", "", "grädde", "żółty ser", "牛乳", "e471", "saltad");
    PackedTexts packed = PackedTexts.read(in(written(PackedTexts.of(texts)::write)));
    assertEquals(texts.size(), packed.size());
    for (int i = 0; i < texts.size(); i++) {
      assertEquals(texts.get(i), packed.at(i));
      for (String other : texts) {
        assertEquals(other.equals(texts.get(i)), packed.is(i, other), other);
      }
    }
    assertFalse(packed.is(0, "sal"));
    assertFalse(packed.is(0, "salty"));
  }

  @Test
  void everyWordHasItsNumberAndNoOtherWordHasOne() throws IOException {
    for (int count : new int[] {0, 1, 2, 3, 64, 1000}) {
      List<String> words = words(count);
      PackedWords packed = PackedWords.read(in(written(PackedWords.of(words)::write)));
      for (int i = 0; i < words.size(); i++) {
        assertEquals(i, packed.number(words.get(i)));
        assertEquals(words.get(i), packed.at(i));
        assertEquals(-1, packed.number(words.get(i) + "-"));
      }
      assertEquals(-1, packed.number(""));
    }
  }

  private List<String> words(int count) {
    var words = new LinkedHashSet<String>();
    while (words.size() < count) {
      words.add(Integer.toString(random.nextInt(100_000), Character.MAX_RADIX) + "å");
    }
    return List.copyOf(words);
  }

  @Test
  void whatIsCutAnywhereIsRefused() throws IOException {
    byte[] whole = written(PackedWords.of(words(20))::write);
    assertTrue(whole.length > 100);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThrows(IOException.class, () -> PackedWords.read(in(cut)), "after " + length);
    }
  }

  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private static byte[] written(Writing writing) throws IOException {
    var bytes = new ByteArrayOutputStream();
    writing.to(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static PackedInput in(byte[] bytes) {
    return new PackedInput(new ByteArrayInputStream(bytes));
  }
}
