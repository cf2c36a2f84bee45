package koalens.backend.reading;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// Gives memory outside the heap back that natives have freed: the C library would keep hundreds of
/// megabytes for the next reading, which may be hours away.
final class NativeMemory {
  private static final Optional<MethodHandle> TRIM =
      Linker.nativeLinker().defaultLookup().find("malloc_trim").map(NativeMemory::trimming);

  private NativeMemory() {}

  // Natives are called by the readers anyway.
  @SuppressWarnings("restricted")
  private static MethodHandle trimming(MemorySegment function) {
    return Linker.nativeLinker()
        .downcallHandle(
            function, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG));
  }

  /// Gives back what can be; nothing where the C library is another than GNU's.
  static void trim() {
    TRIM.ifPresent(NativeMemory::call);
  }

  private static void call(MethodHandle trim) {
    try {
      int _ = (int) trim.invokeExact(0L);
    } catch (Throwable e) {
      throw new IllegalStateException("malloc_trim takes a number and throws nothing", e);
    }
  }
}
