package koalens.backend.comparison.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/// From values to places along an axis, from 0 to 1.
///
/// @param name what the axis shows
/// @param low the least value shown
/// @param high the greatest, above the least
/// @param logarithmic whether equal ratios are equally far apart
/// @param words writes a value
record Scale(
    String name, double low, double high, boolean logarithmic, DoubleFunction<String> words) {
  private static final int TICKS = 5;
  private static final int FEW_TICKS = 3;

  static Scale linear(String name, double low, double high, DoubleFunction<String> words) {
    return new Scale(name, low, high > low ? high : low + 1, false, words);
  }

  static Scale logarithmic(String name, double low, double high, DoubleFunction<String> words) {
    double least = Math.max(low, 1e-9);
    return new Scale(name, least, high > least ? high : least * 2, true, words);
  }

  double place(double value) {
    double shown = Math.clamp(value, low, high);
    return logarithmic
        ? Math.log(shown / low) / Math.log(high / low)
        : (shown - low) / (high - low);
  }

  String label(double value) {
    return words.apply(value);
  }

  List<Double> ticks() {
    List<Double> ticks = logarithmic ? logarithmicTicks() : linearTicks();
    return ticks.size() < FEW_TICKS ? linearTicks() : ticks;
  }

  private List<Double> linearTicks() {
    double rough = (high - low) / TICKS;
    double unit = Math.pow(10, Math.floor(Math.log10(rough)));
    double part = rough / unit;
    double step = unit * (part < 1.5 ? 1 : part < 3.5 ? 2 : part < 7.5 ? 5 : 10);
    var ticks = new ArrayList<Double>();
    for (double tick = Math.ceil(low / step) * step; tick <= high + step / 1e6; tick += step) {
      ticks.add(Math.abs(tick) < step / 1e6 ? 0 : tick);
    }
    return ticks;
  }

  private List<Double> logarithmicTicks() {
    var ticks = new ArrayList<Double>();
    for (double ten = Math.pow(10, Math.floor(Math.log10(low))); ten <= high; ten *= 10) {
      for (double tick : List.of(ten, 2 * ten, 5 * ten)) {
        if (tick >= low && tick <= high) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }
}
