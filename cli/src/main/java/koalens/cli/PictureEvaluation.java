package koalens.cli;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import koalens.backend.experiment.statistics.Proportion;
import koalens.engine.knowledge.Status;

/// What the reader made of pictures of known text.
///
/// @param pictures each with what came of it
record PictureEvaluation(List<ReadPicture> pictures) {

  PictureEvaluation {
    pictures = List.copyOf(pictures);
  }

  /// Characters read wrong, all pictures together; what was read besides can make them no more than
  /// all.
  Proportion characterErrors() {
    long characters = sum(ReadPicture::characters);
    return new Proportion(Math.min(sum(ReadPicture::wrong), characters), characters);
  }

  /// Ingredients read to the letter.
  Proportion exact() {
    return new Proportion(sum(ReadPicture::exact), sum(ReadPicture::ingredients));
  }

  /// Ingredients read with a letter or two off.
  Proportion near() {
    return new Proportion(sum(ReadPicture::near), sum(ReadPicture::ingredients));
  }

  /// Pictures whose verdict is that of their true text.
  Proportion right() {
    return new Proportion(
        pictures.stream().filter(one -> one.answer() == one.expected()).count(), pictures.size());
  }

  /// Called vegan without being it: what must never happen.
  Proportion dangerous() {
    List<ReadPicture> others =
        pictures.stream().filter(one -> one.expected() != Status.VEGAN).toList();
    return new Proportion(others.stream().filter(ReadPicture::isDangerous).count(), others.size());
  }

  /// The time within which so large a share of the pictures was read, in milliseconds.
  long millis(double share) {
    List<Long> sorted = pictures.stream().map(ReadPicture::millis).sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())));
  }

  long count(Status expected, Status answer) {
    return pictures.stream()
        .filter(one -> one.expected() == expected && one.answer() == answer)
        .count();
  }

  SortedMap<String, PictureEvaluation> byGroup() {
    return pictures.stream()
        .collect(
            Collectors.groupingBy(
                ReadPicture::group,
                TreeMap::new,
                Collectors.collectingAndThen(Collectors.toList(), PictureEvaluation::new)));
  }

  /// The pictures most ingredients were missed in, false "vegan" before all.
  List<ReadPicture> worst(int most) {
    return pictures.stream()
        .filter(one -> one.isDangerous() || one.near() < one.ingredients())
        .sorted(
            Comparator.comparing(ReadPicture::isDangerous)
                .thenComparingInt(one -> one.ingredients() - one.near())
                .reversed())
        .limit(most)
        .toList();
  }

  private long sum(ToLongFunction<ReadPicture> figure) {
    return pictures.stream().mapToLong(figure).sum();
  }
}
