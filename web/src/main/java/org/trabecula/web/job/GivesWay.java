package org.trabecula.web.job;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// Lets those who look and draw go before those who wait for a number: a job computes for seconds on every processor, an answer to the page takes
/// milliseconds. Java's own priorities are not told to Linux.
final class GivesWay {
    /// About a tenth of the time that a thread of the page gets while both want it; all of it while nobody else does.
    private static final int NICE = 10;
    private static final int WHOEVER_CALLS = 0;

    private GivesWay() {}

    /// From now on the calling thread, and those that it starts, give way. Does nothing on other systems than Linux, where the call would speak
    /// of the whole process.
    static void here() {
        if (System.getProperty("os.name").equals("Linux")) {
            setPriority().ifPresent(set -> {
                try {
                    int _ = (int) set.invokeExact(WHOEVER_CALLS, WHOEVER_CALLS, NICE); // a refusal costs nothing but the courtesy
                } catch (Throwable e) {
                    throw new IllegalStateException(e); // a function of C throws nothing
                }
            });
        }
    }

    /// `int setpriority(int which, id_t who, int prio)`.
    private static Optional<MethodHandle> setPriority() {
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup().find("setpriority").map(at -> linker.downcallHandle(
                at, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)));
    }
}
