@NullMarked
package koalens.emulator;

import org.jspecify.annotations.NullMarked;
