package koalens.engine.knowledge.source;

import koalens.engine.knowledge.Status;

/// A whole label text of one language, with the verdict it must get.
///
/// @param place the file and line
/// @param language ISO 639-1 code
/// @param expected the verdict
/// @param text the label text
public record SourceExample(String place, String language, Status expected, String text) {

  static SourceExample of(String language, Block block) {
    int colon = block.head().indexOf(':');
    if (colon < 1) {
      throw new KnowledgeFault(block.place(), "expected 'status: label text'");
    }
    try {
      return new SourceExample(
          block.place().toString(),
          language,
          Status.named(block.head().substring(0, colon).strip()),
          block.head().substring(colon + 1).strip());
    } catch (IllegalArgumentException e) {
      throw new KnowledgeFault(block.place(), String.valueOf(e.getMessage()));
    }
  }
}
