package koalens.engine.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import koalens.engine.parsing.ParsingLimits;
import org.junit.jupiter.api.Test;

/// What a text costs, counted in bytes of memory taken, which a busy machine does not change: as
/// all the engine makes on its way is made for a stretch of the text, it tells of time too.
class LabelCostTest {
  private static final LabelEngine ENGINE =
      LabelEngine.standard(new ParsingLimits(1_000_000, 100_000, 12));
  private static final ThreadMXBean MEMORY = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final String TYPICAL =
      "Ingredienser: Vatten, kokosmjölk 12 % (kokosextrakt, vatten), rapsolja, socker,"
          + " potatisstärkelse, salt, emulgeringsmedel (E471), arom. Kan innehålla spår av mjölk,"
          + " ägg och soja. ";
  private static final String UNKNOWN =
      "Ingredients: water, qwexrtish, salt, brolminade extractum (zunty, vexil powder), sugar. ";
  private static final String NESTED = "sauce (water, spice mix [salt, pepper {milk}], sugar), ";

  @Test
  void aTypicalTextTakesLessThanThirtyTwoKilobytes() {
    assertThat(bytes(TYPICAL)).isLessThan(32_000);
  }

  @Test
  void aTextTenTimesAsLongTakesTenTimesAsMuchAtMost() {
    for (String text : new String[] {TYPICAL, UNKNOWN, NESTED, "salt ", "milk,", "(", "e471 "}) {
      double ten = bytes(text.repeat(5));
      double hundred = bytes(text.repeat(50));
      assertThat(hundred / ten).as(text).isLessThan(12);
    }
  }

  private static long bytes(String text) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 15; i++) {
      long before = MEMORY.getCurrentThreadAllocatedBytes();
      ENGINE.judgeText(text);
      least = Math.min(least, MEMORY.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }
}
