package koalens.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import koalens.backend.configure.Application;
import koalens.backend.configure.Settings;
import koalens.engine.knowledge.KnowledgeBase;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.DiscreteDistribution.Sampler;
import org.apache.commons.statistics.distribution.ZipfDistribution;
import tools.jackson.databind.json.JsonMapper;

/// The bodies of requests with made-up labels, half of them Swedish and half English, in the order
/// they are asked in.
final class Bodies {
  private static final int DIFFERENT = 200_000;
  private static final int FOODS = 100_000;
  private static final int REQUESTS = 400_000;
  private static final UniformRandomProvider RANDOM = new SplittableRandom(4)::nextLong;

  private final List<String> different;
  private final int[] order;

  private Bodies(List<String> different, int[] order) {
    this.different = different;
    this.order = order;
  }

  /// One after the other, then again from the first.
  static Bodies inTurn(List<String> bodies) {
    return new Bodies(bodies, IntStream.range(0, bodies.size()).toArray());
  }

  /// 200,000 labels, each asked about once before any comes again: many times those a server keeps.
  static Bodies allDifferent() {
    return inTurn(made(DIFFERENT));
  }

  /// 100,000 foods that are asked about as unequally as Zipf's law says.
  ///
  /// @param exponent 0 for all alike; the larger, the more often the same few
  static Bodies likeShoppers(double exponent) {
    Sampler ranks = ZipfDistribution.of(FOODS, exponent).createSampler(RANDOM);
    int[] order = IntStream.range(0, REQUESTS).map(_ -> ranks.sample() - 1).toArray();
    return new Bodies(made(FOODS), order);
  }

  private static List<String> made(int labels) {
    KnowledgeBase knowledge = Application.engine(Settings.read(Map.of())).knowledge();
    var swedish = new LabelTexts(knowledge, "sv", 1).texts(labels / 2);
    var english = new LabelTexts(knowledge, "en", 2).texts(labels - labels / 2);
    var json = new JsonMapper();
    var bodies = new ArrayList<String>();
    Stream.concat(swedish.stream(), english.stream())
        .forEach(text -> bodies.add(json.writeValueAsString(Map.of("text", text))));
    Collections.shuffle(bodies, new Random(3));
    return bodies;
  }

  /// Every body there is, once.
  List<String> different() {
    return different;
  }

  /// Which of the bodies a request has.
  ///
  /// @param request from 0, as far as one likes
  int at(int request) {
    return order[request % order.length];
  }
}
