package koalens.cli.rehearsal;

/// What came of a scene.
record Finding(Scene.Outcome outcome, String happened) {

  /// As expected, or otherwise.
  static Finding of(boolean asExpected, String happened) {
    return new Finding(asExpected ? Scene.Outcome.AS_EXPECTED : Scene.Outcome.OTHERWISE, happened);
  }

  static Finding leftOut(String why) {
    return new Finding(Scene.Outcome.LEFT_OUT, why);
  }
}
