package koalens.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import koalens.engine.knowledge.KnowledgeBase;

/// The typical text with two words nobody ever saw in place of two of its own: names with two
/// letters changed, so that they look like words and like nothing met before.
final class UnseenWords {
  private final Random random = new Random(5);
  private final List<String> names;

  UnseenWords(KnowledgeBase knowledge) {
    this.names =
        knowledge.taxonomy().entries().stream()
            .flatMap(entry -> knowledge.names(entry.id(), "sv").stream())
            .filter(name -> name.length() > 5 && name.indexOf(' ') < 0)
            .toList();
  }

  /// So many texts, other ones each time.
  List<String> texts(int count) {
    var texts = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      texts.add(EngineBenchmark.TYPICAL.replace("rapsolja", word()).replace("arom", word()));
    }
    return texts;
  }

  private String word() {
    var word = new StringBuilder(names.get(random.nextInt(names.size())));
    for (int i = 0; i < 2; i++) {
      word.setCharAt(1 + random.nextInt(word.length() - 1), (char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }
}
