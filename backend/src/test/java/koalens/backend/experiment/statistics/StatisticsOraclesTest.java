package koalens.backend.experiment.statistics;

import static koalens.backend.experiment.statistics.OracleInput.pairs;
import static koalens.backend.experiment.statistics.OracleInput.sample;
import static koalens.backend.experiment.statistics.OracleInput.setting;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import koalens.backend.experiment.BucketHash;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Published numbers against our methods. Other files of the same form: `-Doracles=FILE`.
class StatisticsOraclesTest {
  private static final double CONFIDENCE = 0.95;
  private static final double ALPHA = 0.05;

  static Stream<Oracle> oracles() throws IOException {
    try (InputStream in = open(System.getProperty("oracles"))) {
      JsonNode all = new JsonMapper().readTree(in);
      return StreamSupport.stream(all.spliterator(), false).map(Oracle::of);
    }
  }

  private static InputStream open(@Nullable String file) throws IOException {
    return file == null || file.isEmpty()
        ? Objects.requireNonNull(StatisticsOraclesTest.class.getResourceAsStream("oracles.json"))
        : Files.newInputStream(Path.of(file));
  }

  @Test
  void thereAreOracles() throws IOException {
    assertThat(oracles()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("oracles")
  void givesThePublishedNumber(Oracle oracle) {
    String method = oracle.method().toLowerCase(Locale.ROOT);
    if (method.contains("bucket hash")) {
      acceptBucket(oracle);
    } else if (method.startsWith("cost")) {
      oracle.accepts(OracleCost.of(oracle.input()));
    } else {
      oracle.accepts(computed(method, oracle));
    }
  }

  private static void acceptBucket(Oracle oracle) {
    JsonNode input = oracle.input();
    Optional<BucketHash> hash = BucketHash.version(input.path("version").asInt());
    assertThat(hash.isPresent()).isNotEqualTo(oracle.expected().isNull());
    hash.ifPresent(known ->
        oracle.accepts(
            known.bucket(input.path("seed").asString(), input.path("value").asString())));
  }

  private static Object computed(String method, Oracle oracle) {
    JsonNode input = oracle.input();
    if (method.contains("asymptotic cs")) {
      return sequence(method, oracle);
    }
    if (method.contains("welch") || method.contains("proportions")) {
      return welch(method, input);
    }
    if (method.contains("deng")) {
      return quantileDifference(input);
    }
    if (method.contains("sequential srm")) {
      return sequentialRatio(input);
    }
    if (method.contains("srm")) {
      return ratio(oracle);
    }
    if (method.contains("always-valid quantile")) {
      return quantileSequence(oracle);
    }
    if (method.contains("bernoulli")) {
      return bernoulli(oracle);
    }
    if (method.contains("normal mixture")) {
      return normalMixture(oracle);
    }
    return classical(method, oracle);
  }

  private static Object classical(String method, Oracle oracle) {
    JsonNode input = oracle.input();
    if (method.contains("e-value")) {
      return pairs(input).evidence();
    }
    if (method.contains("tango")) {
      return tango(oracle);
    }
    if (method.contains("mcnemar")) {
      return mcNemar(pairs(input));
    }
    if (method.contains("farrington")) {
      return farringtonManning(oracle);
    }
    if (method.contains("newcombe")) {
      return newcombe(method, input);
    }
    if (method.contains("kappa") || method.contains("gwet")) {
      return agreement(new Agreement(OracleInput.table(input)));
    }
    if (method.contains("wilson")) {
      return OracleInput.proportion(input.get(0), input.get(1)).wilson(CONFIDENCE);
    }
    return ranks(method, oracle);
  }

  private static Object ranks(String method, Oracle oracle) {
    JsonNode input = oracle.input();
    if (method.contains("wilcoxon")) {
      double[] x = OracleInput.array(input.path("x"));
      double[] y = OracleInput.array(input.path("y"));
      for (int i = 0; i < x.length; i++) {
        x[i] -= y[i];
      }
      RankTest test = SignedRanks.wilcoxon(x, alternative(method));
      return Map.of("V", test.statistic(), "p", test.p(), "HL", WalshAverages.of(x).median());
    }
    if (method.contains("mann-whitney")) {
      double[] x = OracleInput.array(input.path("x"));
      double[] y = OracleInput.array(input.path("y"));
      RankTest test = SignedRanks.mannWhitney(x, y, alternative(method));
      return Map.of("W", test.statistic(), "p", test.p(), "HL", SignedRanks.shift(x, y));
    }
    if (method.contains("hyndman") || method.contains("type 7")) {
      Ordered numbers = OracleInput.ordered(input.path("x"));
      return OracleInput.numbers(input.path("p")).stream().map(numbers::quantile).toList();
    }
    if (method.contains("quantile test") || method.contains("conover")) {
      QuantileTest test =
          QuantileTest.of(
              OracleInput.ordered(input.path("x")),
              setting(oracle, 0, "q"),
              setting(oracle, 0.5, "p"));
      return Map.of("T1", (double) test.lessOrEqual(), "p", test.p());
    }
    throw new AssertionError("no method for: " + oracle.method());
  }

  private static AlternativeHypothesis alternative(String method) {
    return method.contains("greater")
        ? AlternativeHypothesis.GREATER_THAN
        : method.contains("less")
            ? AlternativeHypothesis.LESS_THAN
            : AlternativeHypothesis.TWO_SIDED;
  }

  private static Object welch(String method, JsonNode input) {
    Estimate estimate = estimate(method, input);
    return Map.of(
        "diff", estimate.value(),
        "se", estimate.standardError(),
        "ci", estimate.interval(CONFIDENCE),
        "p", estimate.p());
  }

  private static Estimate estimate(String method, JsonNode input) {
    Sample first = sample(input.path("a"));
    Sample second = sample(input.path("b"));
    return method.contains("rel")
        ? Estimate.relativeDifference(first, second)
        : Estimate.difference(first, second);
  }

  private static Object sequence(String method, Oracle oracle) {
    Estimate estimate = estimate(method, oracle.input());
    var sequence = new AsymptoticSequence(ALPHA, setting(oracle, 5000, "tuning"));
    return Map.of(
        "diff", estimate.value(),
        "se", estimate.standardError(),
        "ci", sequence.interval(estimate),
        "p", sequence.p(estimate));
  }

  private static Object quantileDifference(JsonNode input) {
    QuantileEstimate first = quantile(input.path("c"));
    QuantileEstimate second = quantile(input.path("t"));
    Estimate absolute = QuantileEstimate.difference(first, second);
    Estimate relative = QuantileEstimate.relativeDifference(first, second);
    return Map.of(
        "diff", absolute.value(),
        "ci", absolute.interval(CONFIDENCE),
        "rel", relative.value(),
        "rel_ci", relative.interval(CONFIDENCE));
  }

  private static QuantileEstimate quantile(JsonNode node) {
    return new QuantileEstimate(
        node.get(1).asDouble(),
        node.get(0).asDouble(),
        new Interval(node.get(2).asDouble(), node.get(3).asDouble()),
        CONFIDENCE);
  }

  private static Object ratio(Oracle oracle) {
    List<Long> counts = OracleInput.counts(oracle.input());
    double share = 1.0 / counts.size();
    var test = new SampleRatio(counts, counts.stream().map(c -> share).toList()).chiSquared();
    return Map.of("chi2", test.statistic(), "p", test.p());
  }

  private static Object sequentialRatio(JsonNode input) {
    List<Double> shares = OracleInput.numbers(input.path("null"));
    var weights = new ArrayList<>(OracleInput.numbers(input.path("alpha")));
    var mixtures = new ArrayList<Double>();
    var meant = new ArrayList<Double>();
    double mixture = 0;
    double null0 = 0;
    for (List<Long> batch : OracleInput.table(input.path("data"))) {
      var ratio = new SampleRatio(batch, shares);
      mixtures.add(mixture += ratio.logMixture(weights));
      meant.add(null0 += ratio.logMeant());
      for (int i = 0; i < batch.size(); i++) {
        weights.set(i, weights.get(i) + batch.get(i));
      }
    }
    return Map.of("logM1", mixtures, "logM0", meant);
  }

  private static Object quantileSequence(Oracle oracle) {
    var sequence =
        new QuantileSequence(
            setting(oracle, 0.5, "p"),
            setting(oracle, 100, "t_opt"),
            setting(oracle, ALPHA, "alpha_opt"));
    return sequence.p(
        OracleInput.ordered(oracle.input().path("a")),
        OracleInput.ordered(oracle.input().path("b")));
  }

  private static Object bernoulli(Oracle oracle) {
    return new BernoulliSequence(ALPHA, setting(oracle, 100, "t_opt"))
        .interval(
            OracleInput.proportion(
                oracle.input().path("successes"), oracle.input().path("trials")));
  }

  private static Object normalMixture(Oracle oracle) {
    double alpha = setting(oracle, ALPHA, "a", "alpha");
    var mixture = NormalMixture.tunedFor(setting(oracle, 100, "v_opt"), alpha);
    double variance = oracle.input().path("v").asDouble();
    return Map.of(
        "best_rho", mixture.rho(),
        "log", mixture.logEvidence(oracle.input().path("s").asDouble(), variance),
        "bound", mixture.bound(variance, alpha));
  }

  private static Object mcNemar(PairedProportions pairs) {
    return Map.of(
        "chi2", pairs.mcNemar().statistic(),
        "p", pairs.mcNemar().p(),
        "chi2_cc", pairs.mcNemarCorrected().statistic(),
        "p_cc", pairs.mcNemarCorrected().p(),
        "exact_p", pairs.exactP(),
        "midp", pairs.midP(),
        "diff", pairs.difference(),
        "ci", pairs.wald(CONFIDENCE));
  }

  private static Object tango(Oracle oracle) {
    PairedProportions pairs = pairs(oracle.input());
    ScoreTest test = pairs.tango(setting(oracle, -0.1, "Delta0", "delta", "margin"));
    return Map.of(
        "Z", test.z(),
        "p", test.p(),
        "ci90", pairs.tangoInterval(0.9),
        "ci95", pairs.tangoInterval(CONFIDENCE));
  }

  private static Object farringtonManning(Oracle oracle) {
    ScoreTest test =
        OracleInput.difference(oracle.input())
            .farringtonManning(setting(oracle, 0, "Delta", "Delta0", "margin"));
    return Map.of("z", test.z(), "p", test.p());
  }

  private static Object newcombe(String method, JsonNode input) {
    boolean paired = method.contains("paired") && !method.contains("unpaired");
    double value = paired ? pairs(input).difference() : OracleInput.difference(input).value();
    Interval interval =
        paired
            ? pairs(input).newcombe(CONFIDENCE)
            : OracleInput.difference(input).newcombe(CONFIDENCE);
    return List.of(value, interval.low(), interval.high());
  }

  private static Object agreement(Agreement agreement) {
    return Map.of(
        "po", agreement.raw(),
        "kappa", agreement.kappa(),
        "ase", agreement.kappaError(),
        "ase0", agreement.kappaErrorByChance(),
        "z", agreement.kappa() / agreement.kappaErrorByChance(),
        "ci", agreement.kappaInterval(CONFIDENCE),
        "ac1", agreement.ac1());
  }
}
