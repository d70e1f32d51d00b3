package org.trabecula.cli.frame;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.trabecula.core.AtomicFile;

/// Ctrl-C: interrupts the work, gives it a moment to put its files in order, and lets the process end whatever the work does.
public final class Interruption {
    /// A step that cannot be broken off (native code) must not hold up the end: people wait two seconds, not ten.
    private static final long UNWIND_MILLIS = 1_200;

    private static volatile boolean asked;

    private final CountDownLatch finished = new CountDownLatch(1);

    private Interruption() {}

    /// Watches over the calling thread until [#workIsDone].
    public static Interruption watch() {
        Interruption watched = new Interruption();
        Thread work = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> watched.unwind(work)));
        return watched;
    }

    /// The process ends by itself now.
    public void workIsDone() {
        finished.countDown();
    }

    /// Whether the process was asked to end: whatever fails from now on fails for that reason.
    static boolean asked() {
        return asked;
    }

    private void unwind(Thread work) {
        if (finished.getCount() == 0) {
            return;
        }
        asked = true;
        work.interrupt();
        try {
            // not work.join(): the working thread ends in System.exit, which waits for this one
            if (!finished.await(UNWIND_MILLIS, TimeUnit.MILLISECONDS)) {
                System.err.println("interrupted in the midst of a step; finished work is kept");
                AtomicFile.discardUnfinished();
                endAtOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        AtomicFile.discardUnfinished();
    }

    /// Ends the process without the native libraries' own cleaning up, as `_exit` does.
    ///
    /// The usual end frees what libtorch holds while the step that cannot be broken off still computes with it: it waits
    /// seconds for that step, or ends in a crash report of the virtual machine (seen in `dnnl_primitive_execute`).
    private static void endAtOnce() {
        Linker linker = Linker.nativeLinker();
        linker.defaultLookup().find("_exit").ifPresent(exit -> { // on Windows the usual end it is
            try {
                linker.downcallHandle(exit, FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT)).invokeExact(ExitCode.INTERRUPTED);
            } catch (Throwable e) {
                throw new IllegalStateException("_exit", e);
            }
        });
    }
}
