/// Label text as the engine reads it: folded to one spelling, cut into tokens, with every token's
/// place in the text the person wrote.
///
/// Start at [koalens.engine.text.Tokenizer]. `"Skum­mjölk 3,5 %"` becomes `WORD skummjölk, NUMBER
/// 3,5, PERCENT`. This room knows the JDK only.
@NullMarked
package koalens.engine.text;

import org.jspecify.annotations.NullMarked;
