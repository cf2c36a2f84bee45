package koalens.cli;

import java.nio.file.Path;
import java.util.List;
import koalens.engine.knowledge.Status;

/// What came of reading one picture of known text.
///
/// @param file the picture
/// @param group what it is compared with
/// @param expected the verdict on its true text
/// @param answer the verdict on what was read
/// @param characters how many characters its lists have
/// @param wrong how many of them were read wrong
/// @param ingredients how many ingredients its lists name
/// @param exact how many of these were read to the letter
/// @param near how many with a letter or two off, the exact ones included
/// @param frames how many pictures were read
/// @param millis how long it took, deciding included
/// @param missed the ingredients that were not found
/// @param text what was read
record ReadPicture(
    Path file,
    String group,
    Status expected,
    Status answer,
    int characters,
    int wrong,
    int ingredients,
    int exact,
    int near,
    int frames,
    long millis,
    List<String> missed,
    String text) {

  ReadPicture {
    missed = List.copyOf(missed);
  }

  /// Whether it was called vegan and is not, or nobody knows.
  boolean isDangerous() {
    return answer == Status.VEGAN && expected != Status.VEGAN;
  }
}
