package koalens.engine.knowledge.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Checks that every concept, the kinds apart, can be printed in some language, and that label
/// texts prove it: one it must match, one it must not.
final class ExampleCheck {
  private ExampleCheck() {}

  static List<String> faults(KnowledgeSource source) {
    Set<String> named = new HashSet<>();
    Set<String> matched = new HashSet<>();
    Set<String> avoided = new HashSet<>();
    for (SourceNames block : source.names()) {
      named.add(block.id());
      if (!block.matches().isEmpty()) {
        matched.add(block.id());
      }
      if (!block.avoids().isEmpty()) {
        avoided.add(block.id());
      }
    }
    var faults = new ArrayList<String>();
    for (SourceConcept concept : source.concepts()) {
      boolean kind = concept.place().file().endsWith("kinds.txt");
      if (!kind && !named.contains(concept.id())) {
        faults.add(concept.place() + ": '" + concept.id() + "' has no name in any language");
      } else if (named.contains(concept.id())
          && !(matched.contains(concept.id()) && avoided.contains(concept.id()))) {
        faults.add(
            concept.place() + ": '" + concept.id() + "' needs a match: and an avoid: somewhere");
      }
    }
    return faults;
  }
}
