package koalens.backend.reading;

import java.util.List;

/// The list as the frames of a film together show it.
///
/// @param text as most of them read it
/// @param parted the same with a comma wherever one may have been lost at a line's end
/// @param others as single frames read it
/// @param confidence how sure the recogniser is, 0 to 100
/// @param complete whether they show the whole list
record FilmText(
    String text, String parted, List<String> others, double confidence, boolean complete) {

  /// As one frame has it where none shows a heading.
  static FilmText of(LabelReading frame) {
    return new FilmText(
        frame.text(), frame.partedText(), frame.otherTexts(), frame.confidence(), false);
  }
}
