/// What both providers' adapters need to read what comes over HTTP: within limits, in time, and
/// without showing a key.
///
/// Start at [koalens.backend.provider.wire.AnswerRecorder]: an answer of status 429 with the header
/// `retry-after: 7` becomes an [koalens.backend.provider.wire.HttpErrorException] whose
/// [koalens.backend.provider.wire.HttpAnswer] a [koalens.backend.provider.wire.RetryHint] of seven
/// seconds is read from.
@NullMarked
package koalens.backend.provider.wire;

import org.jspecify.annotations.NullMarked;
