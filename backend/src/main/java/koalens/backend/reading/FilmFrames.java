package koalens.backend.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/// Keeps the best frames of a film while it passes by: the sharpest of every stretch of time, so
/// that they cover what the camera saw. Not thread-safe.
final class FilmFrames {
  private final int most;
  private final List<Frame> kept = new ArrayList<>();
  private int stretch = 1;
  private int seen;

  FilmFrames(int most) {
    this.most = most;
  }

  private record Frame(int number, double sharpness, GreyImage image) {}

  void add(GreyImage image) {
    var frame = new Frame(seen++, sharpness(image), image);
    int last = kept.size() - 1;
    if (last >= 0 && kept.get(last).number() / stretch == frame.number() / stretch) {
      if (frame.sharpness() > kept.get(last).sharpness()) {
        kept.set(last, frame);
      }
    } else {
      kept.add(frame);
    }
    while (kept.size() > 2 * most) {
      stretch *= 2;
      thin();
    }
  }

  // Twice as long stretches; of two frames in one the sharper stays.
  private void thin() {
    var thinned = new ArrayList<Frame>();
    for (Frame frame : kept) {
      int last = thinned.size() - 1;
      if (last >= 0 && thinned.get(last).number() / stretch == frame.number() / stretch) {
        if (frame.sharpness() > thinned.get(last).sharpness()) {
          thinned.set(last, frame);
        }
      } else {
        thinned.add(frame);
      }
    }
    kept.clear();
    kept.addAll(thinned);
  }

  /// The sharpest frame of every part of the film: a camera that moves along a label shows each
  /// word in a part of the film only. First the sharpest of all, then always the one farthest in
  /// time from those before, so that the first few cover the most.
  List<GreyImage> best() {
    var best = new HashMap<Long, Frame>();
    for (Frame frame : kept) {
      best.merge((long) frame.number() * most / seen, frame, FilmFrames::sharper);
    }
    return spread(new ArrayList<>(best.values())).stream().map(Frame::image).toList();
  }

  private static List<Frame> spread(List<Frame> frames) {
    var spread = new ArrayList<Frame>();
    while (!frames.isEmpty()) {
      Frame next =
          Collections.max(
              frames,
              Comparator.comparingInt((Frame frame) -> distance(frame, spread))
                  .thenComparingDouble(Frame::sharpness));
      spread.add(next);
      frames.remove(next);
    }
    return spread;
  }

  private static int distance(Frame frame, List<Frame> others) {
    return others.stream()
        .mapToInt(other -> Math.abs(other.number() - frame.number()))
        .min()
        .orElse(0);
  }

  private static Frame sharper(Frame one, Frame other) {
    return other.sharpness() > one.sharpness() ? other : one;
  }

  /// Mean steepness where it is steep: edges of letters, not of paper.
  private static double sharpness(GreyImage image) {
    GreyImage half = image.width() > 1000 ? image.halved() : image;
    long sum = 0;
    int count = 0;
    for (int y = 1; y < half.height() - 1; y += 2) {
      for (int x = 1; x < half.width() - 1; x++) {
        int around = half.at(x - 1, y) + half.at(x + 1, y) + half.at(x, y - 1) + half.at(x, y + 1);
        int second = Math.abs(4 * half.at(x, y) - around);
        sum += second > 24 ? second : 0;
        count++;
      }
    }
    return count == 0 ? 0 : (double) sum / count;
  }
}
