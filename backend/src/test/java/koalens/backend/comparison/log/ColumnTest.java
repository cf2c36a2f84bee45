package koalens.backend.comparison.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTest {
  private static final int ROWS = 100;

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 1_795_132_800_000L, Long.MIN_VALUE, Long.MAX_VALUE})
  void keepsWhatWasSetLastWhateverWidthItNeeds(long standard) {
    var random = new Random(standard);
    var column = new Column(ROWS, standard);
    long[] expected = new long[ROWS];
    java.util.Arrays.fill(expected, standard);
    for (int step = 0; step < 2_000; step++) {
      int row = random.nextInt(ROWS);
      // Small numbers first, so that every width comes.
      long value = random.nextLong() >> Math.max(0, 63 - step / 25);
      column.set(row, value);
      expected[row] = value;
      assertThat(IntStream.range(0, ROWS).mapToLong(column::get)).containsExactly(box(expected));
    }
  }

  private static Long[] box(long... values) {
    return IntStream.range(0, values.length).mapToObj(i -> values[i]).toArray(Long[]::new);
  }

  @Test
  void isTheStandardAgainOnceCleared() {
    var column = new Column(ROWS, 7);
    assertThat(column.isStandard()).isTrue();
    column.set(3, 7_000_000_000L);
    column.add(3, 1);
    assertThat(column.get(3)).isEqualTo(7_000_000_001L);
    assertThat(column.isStandard()).isFalse();
    column.clear();
    assertThat(column.get(3)).isEqualTo(7);
    assertThat(column.isStandard()).isTrue();
  }
}
