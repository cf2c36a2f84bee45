/// Label text to a tree of ingredients, each with the role it plays on the label.
///
/// Start at [koalens.engine.parsing.LabelParser]. `"Ingredienser: Choklad (socker, kakao 30 %). Kan
/// innehålla spår av mjölk."` becomes a headed [koalens.engine.parsing.Label] with the declared
/// ingredient *Choklad*, its two parts, and the trace *mjölk*. What the words mean is not this
/// room's business; how a language writes its labels lies in `label.txt` of its knowledge folder.
/// Knows `engine.text` only.
@NullMarked
package koalens.engine.parsing;

import org.jspecify.annotations.NullMarked;
