/// Tests of the models behind the contract, on emulated and scripted providers.
@NullMarked
package koalens.backend.provider.claude;

import org.jspecify.annotations.NullMarked;
