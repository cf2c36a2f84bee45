package koalens.engine.knowledge.source;

/// A line of a knowledge file, as error messages name it.
record Place(String file, int line) {
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
