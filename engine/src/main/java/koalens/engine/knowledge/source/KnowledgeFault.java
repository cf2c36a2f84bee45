package koalens.engine.knowledge.source;

/// The knowledge files say something that cannot be. The message names file, line and mend.
public final class KnowledgeFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KnowledgeFault(Place place, String message) {
    super(place + ": " + message);
  }

  KnowledgeFault(String message) {
    super(message);
  }
}
