package koalens.backend.analysis;

import java.util.List;
import koalens.backend.reading.QualityIssue;
import koalens.backend.reading.ReadLine;

/// What was read in a photo or film, for a person to check and correct.
///
/// @param text the text that was judged; places in the answer refer to it
/// @param readBy who read that text: `local`, `gemini` or `claude`
/// @param confidence how sure the recogniser here is, 0 to 100
/// @param issues what kept the picture from being read well, the gravest first
/// @param advice what to do about each, in the language of the answer
/// @param framesUsed how many pictures were read; 1 for a photo
/// @param frame in which of these pictures the lines lie, from 0
/// @param lines every line with its place
/// @param width of the picture, in pixels
/// @param height the same
public record ReadMedia(
    String text,
    String readBy,
    double confidence,
    List<QualityIssue> issues,
    List<String> advice,
    int framesUsed,
    int frame,
    List<ReadLine> lines,
    int width,
    int height) {

  /// Copies the lists.
  public ReadMedia {
    issues = List.copyOf(issues);
    advice = List.copyOf(advice);
    lines = List.copyOf(lines);
  }
}
