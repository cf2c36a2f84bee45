package koalens.backend.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchTest {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 700;
  private static final int ROW = 12;
  private static final int PITCH = 40;

  /// Where a row of a label runs that is askew, bent, and fans out.
  private record Label(double slope, double fan, double bend) {
    LinePath row(int number) {
      double down = (number - 3) * PITCH;
      double steep = slope + fan * down;
      return new LinePath(500, 350 + down, 0, -300, 300, 0, steep, bend, ROW);
    }

    List<LinePath> rows() {
      var rows = new ArrayList<LinePath>();
      for (int i = 0; i < 7; i++) {
        rows.add(row(i));
      }
      return rows;
    }

    GreyImage picture() {
      var levels = new byte[WIDTH * HEIGHT];
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          int column = x;
          int line = y;
          boolean ink = rows().stream().anyMatch(row -> row.covers(column + 0.5, line + 0.5));
          levels[y * WIDTH + x] = (byte) (ink ? 0 : 255);
        }
      }
      return new GreyImage(WIDTH, HEIGHT, levels);
    }
  }

  @ParameterizedTest
  @CsvSource({"0,0,0", "0.2,0,0", "-0.25,0,0.0001", "0,0.0003,0.0002", "0.15,-0.0003,-0.0002"})
  void rowsLieFlatOnIt(double slope, double fan, double bend) {
    var label = new Label(slope, fan, bend);
    GreyImage flat = Patch.around(label.rows(), List.of(), 2.5).flat(label.picture(), 1);
    List<Integer> left = inked(flat, flat.width() / 5);
    List<Integer> right = inked(flat, flat.width() * 4 / 5);
    assertThat(left).hasSizeGreaterThanOrEqualTo(7 * (ROW - 3));
    assertThat(mean(left)).isCloseTo(mean(right), within(2.5));
    // Seven rows all along: bare paper between any two.
    assertThat(rows(left)).isEqualTo(7);
    assertThat(rows(inked(flat, flat.width() / 2))).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource({"0,0,0,1", "0.2,0,0.0001,2.5", "0,0.0003,0.0002,0.7", "-0.15,-0.0003,0,1.5"})
  void whatIsFoundOnItLiesOnTheRowInThePicture(
      double slope, double fan, double bend, double scale) {
    var label = new Label(slope, fan, bend);
    GreyImage picture = label.picture();
    Patch patch = Patch.around(label.rows(), List.of(), 2.5);
    GreyImage flat = patch.flat(picture, scale);
    int middle = flat.width() / 2;
    double top = inked(flat, middle).getFirst() + scale * ROW / 2;
    double reach = 250 * scale;
    var found = new LinePath(middle, top, 0, -reach, reach, 0, 0, 0, scale * ROW);
    LinePath back = patch.inPicture(found, scale);
    assertThat(back.height()).isCloseTo(ROW, within(0.1));
    assertThat(patch.holds(back)).isTrue();
    for (double along : new double[] {back.from(), -100, 0, 100, back.to()}) {
      assertThat(label.row(0).covers(back.x(along, 0), back.y(along, 0))).isTrue();
    }
  }

  @Test
  void shortLinesLeanOnThePageTheyAreOn() {
    var page = new Label(0.2, 0, 0).rows();
    var mark = new LinePath(500, 600, 0, -20, 20, 0, -0.3, 0.01, ROW);
    Patch patch = Patch.around(List.of(mark), page, 2.5);
    assertThat(patch.angle()).isCloseTo(Math.atan(0.2), within(0.01));
    assertThat(patch.bend()).isCloseTo(0, within(1e-6));
  }

  private static List<Integer> inked(GreyImage flat, int column) {
    var inked = new ArrayList<Integer>();
    for (int y = 0; y < flat.height(); y++) {
      if (flat.at(column, y) < 128) {
        inked.add(y);
      }
    }
    return inked;
  }

  private static double mean(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).average().orElse(0);
  }

  private static int rows(List<Integer> inked) {
    int rows = inked.isEmpty() ? 0 : 1;
    for (int i = 1; i < inked.size(); i++) {
      rows += inked.get(i) > inked.get(i - 1) + 1 ? 1 : 0;
    }
    return rows;
  }
}
