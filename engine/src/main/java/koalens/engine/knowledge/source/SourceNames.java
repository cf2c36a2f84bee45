package koalens.engine.knowledge.source;

import java.util.List;

/// The names of one concept in one language, with the label texts that prove them.
///
/// @param place the file and line
/// @param language ISO 639-1 code
/// @param id the concept
/// @param names every name, the one to show first
/// @param stems forms that occur only inside compound words
/// @param adjectives words that say of what another word's thing is made: *kokosowy*, *bovine*
/// @param matches label texts in which an ingredient must resolve to the concept
/// @param avoids label texts in which none may
public record SourceNames(
    String place,
    String language,
    String id,
    List<String> names,
    List<String> stems,
    List<String> adjectives,
    List<String> matches,
    List<String> avoids) {

  static SourceNames of(String language, Block block) {
    int equals = block.head().indexOf('=');
    if (equals < 1) {
      throw new KnowledgeFault(block.place(), "expected 'id = name, name'");
    }
    return new SourceNames(
        block.place().toString(),
        language,
        block.head().substring(0, equals).strip(),
        Block.split(block.head().substring(equals + 1), ","),
        words(block, "stem"),
        words(block, "adjective"),
        block.texts("match"),
        block.texts("avoid"));
  }

  private static List<String> words(Block block, String key) {
    return block.texts(key).stream().flatMap(text -> Block.split(text, ",").stream()).toList();
  }
}
