package koalens.benchmarks;

import java.util.List;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/// What something takes at growing sizes.
///
/// @param name what
/// @param times how many times as large as the smallest
/// @param micros microseconds of processor time at each
record GrowthCurve(String name, List<Integer> times, List<Double> micros) {
  GrowthCurve {
    times = List.copyOf(times);
    micros = List.copyOf(micros);
  }

  /// The slope of a straight line through the logarithms: 0 stays the same, 1 is linear.
  double exponent() {
    var line = new SimpleRegression();
    for (int i = 0; i < times.size(); i++) {
      line.addData(Math.log(times.get(i)), Math.log(micros.get(i)));
    }
    return line.getSlope();
  }

  /// How many times as long as the smallest took.
  double ratio(int index) {
    return micros.get(index) / micros.getFirst();
  }
}
