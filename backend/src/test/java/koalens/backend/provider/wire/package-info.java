/// Tests of what comes over HTTP.
@NullMarked
package koalens.backend.provider.wire;

import org.jspecify.annotations.NullMarked;
