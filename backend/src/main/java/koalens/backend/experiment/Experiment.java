package koalens.backend.experiment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// A split of users, or of requests that name none, over variants. Immutable and thread-safe.
///
/// The range from 0 to 1 is divided into half-open stretches by weight, in the order of the
/// variants. A user falls on the same place in every version of the experiment; another weight
/// moves the borders, and with them those between the old border and the new. Results are therefore
/// compared within one [#version()].
///
/// @param name what it is called; also the seed, so that experiments split independently
/// @param variants what it compares
public record Experiment(String name, List<Variant> variants) {
  private static final BucketHash HASH = BucketHash.V2;

  /// Copies the list.
  ///
  /// @throws IllegalArgumentException when there is no name, no weight above 0, or a name twice
  public Experiment {
    variants = List.copyOf(variants);
    long names = variants.stream().map(Variant::name).distinct().count();
    if (name.isBlank() || weight(variants) == 0 || names < variants.size()) {
      throw new IllegalArgumentException(
          "an experiment needs a name, variants of different names, and a weight above 0");
    }
  }

  /// The variants with their weights, as in `gemini:50,claude:50`: what may be compared together.
  public String version() {
    return variants.stream()
        .map(variant -> variant.name() + ":" + variant.weight())
        .collect(Collectors.joining(","));
  }

  /// The variant of a user: the same every time.
  public Assignment sticky(String unit) {
    return at(HASH.bucket(name, unit), Assignment.Kind.STICKY);
  }

  /// A variant for a request that names no user.
  public Assignment random(RandomGenerator random) {
    return at(random.nextDouble(), Assignment.Kind.RANDOM);
  }

  /// What the variants are that the assignment is not about, in order.
  public List<String> others(Assignment assignment) {
    return variants.stream()
        .map(Variant::name)
        .filter(variant -> !variant.equals(assignment.variant()))
        .toList();
  }

  private Assignment at(double bucket, Assignment.Kind kind) {
    return new Assignment(
        Optional.of(this), variantAt(bucket).name(), kind, OptionalDouble.of(bucket));
  }

  private Variant variantAt(double bucket) {
    double place = bucket * weight(variants);
    long end = 0;
    for (Variant variant : variants) {
      end += variant.weight();
      if (place < end) {
        return variant;
      }
    }
    throw new IllegalArgumentException("a bucket is at least 0 and less than 1");
  }

  private static long weight(List<Variant> variants) {
    return variants.stream().mapToLong(Variant::weight).sum();
  }
}
