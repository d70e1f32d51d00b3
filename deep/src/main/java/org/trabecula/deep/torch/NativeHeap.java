package org.trabecula.deep.torch;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// Memory that libtorch has freed and the C library keeps.
///
/// glibc keeps it by thread: after small trainings on six threads, one after the other, a process held 1,275 MB in place of 565.
public final class NativeHeap {
    private static final long NOTHING_IN_RESERVE = 0;
    private static final Optional<MethodHandle> TRIM = trim();

    private NativeHeap() {}

    /// Gives it back to the system, where the C library can (glibc). Takes up to a tenth of a second after a fine-tuning; others go on meanwhile.
    public static void giveBack() {
        TRIM.ifPresent(trim -> {
            try {
                int _ = (int) trim.invokeExact(NOTHING_IN_RESERVE);
            } catch (Throwable e) {
                throw new IllegalStateException(e); // a function of C throws nothing
            }
        });
    }

    /// `int malloc_trim(size_t pad)`.
    private static Optional<MethodHandle> trim() {
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup().find("malloc_trim").map(at -> linker.downcallHandle(
                at, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG)));
    }
}
