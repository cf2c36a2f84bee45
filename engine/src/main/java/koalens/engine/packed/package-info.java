/// Numbers, texts and words as they lie in a resource: read in bulk, decoded one by one when they
/// are asked for, so that an engine is ready before it has looked at what it knows.
///
/// Start at [koalens.engine.packed.PackedInts]. A resource of three bytes a number in, the number
/// at a place out.
@NullMarked
package koalens.engine.packed;

import org.jspecify.annotations.NullMarked;
