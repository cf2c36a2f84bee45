package koalens.engine.knowledge;

import java.util.List;

/// What a name stands for, as one `int`: how it is used, and the entry or the class of words.
final class Reference {
  static final int NAME = 0;
  static final int ADJECTIVE = 1;

  /// A form that occurs only inside compound words.
  static final int STEM = 2;

  static final int WORD = 3;

  /// The classes of words in the order of their numbers.
  static final List<WordClass> WORD_CLASSES = List.of(WordClass.values());

  private Reference() {}

  static int to(int use, int index) {
    return (index << 2) | use;
  }

  static int use(int reference) {
    return reference & 3;
  }

  /// The place among the entries, or among the classes of words.
  static int index(int reference) {
    return reference >>> 2;
  }
}
