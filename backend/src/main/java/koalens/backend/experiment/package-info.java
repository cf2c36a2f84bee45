/// Who gets which variant of an experiment, and what they saw of it.
///
/// Start at [koalens.backend.experiment.Experiment]. The experiment *gemini-claude* with the
/// weights 50 and 50 gives the user *anna* the bucket that her name hashes to, and with it the same
/// variant every time: an [koalens.backend.experiment.Assignment]. What answered in the end, the
/// assigned variant or another in its place, makes it an [koalens.backend.experiment.Exposure].
/// Knows the JDK only.
@NullMarked
package koalens.backend.experiment;

import org.jspecify.annotations.NullMarked;
