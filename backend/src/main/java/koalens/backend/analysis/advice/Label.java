package koalens.backend.analysis.advice;

import koalens.engine.verdict.Judgement;
import koalens.engine.verdict.Opinions;

/// A label to be judged. Each question may wait: for a photo until it is read here.
public interface Label {
  /// What the engine alone makes of it.
  ///
  /// @throws java.util.concurrent.CancellationException when the reading was given up
  Judgement known();

  /// What the engine makes of it under opinions.
  ///
  /// @throws java.util.concurrent.CancellationException when the reading was given up
  Judgement under(Opinions opinions);

  /// What the engine makes of it as a provider read it, no bolder than the reading here allows.
  ///
  /// @throws java.util.concurrent.CancellationException when the reading was given up
  Judgement reread(Transcript transcript, Opinions opinions);
}
