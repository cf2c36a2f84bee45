/// Tests of what calls cost.
@NullMarked
package koalens.backend.provider.price;

import org.jspecify.annotations.NullMarked;
