/// Catalogues: files of many labels, judged on all cores in bounded memory.
///
/// Start at [koalens.cli.batch.Batch]. A row `7,"Vatten, mjölk"` of a CSV file becomes the line
/// `{"row":1,"id":"7","status":"non-vegan","deciding":["mjölk"]}`.
@NullMarked
package koalens.cli.batch;

import org.jspecify.annotations.NullMarked;
