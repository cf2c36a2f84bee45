/// Photos and films in, label text out: decoding within limits, finding lines of text, recognising
/// them, saying what is wrong with a picture.
///
/// Start at [koalens.backend.reading.LabelReader]. The bytes of a photo of a package become a
/// [koalens.backend.reading.LabelReading]: its ingredient list as *Ingredienser: vatten, socker*,
/// every line with its place and confidence, and quality issues such as *BLUR*. Formats are told by
/// content. Natives and models are loaded on first use and never before. Knows the JDK and the
/// recognisers only.
@NullMarked
package koalens.backend.reading;

import org.jspecify.annotations.NullMarked;
