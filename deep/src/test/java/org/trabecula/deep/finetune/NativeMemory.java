package org.trabecula.deep.finetune;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;

/// What this process holds outside the Java heap.
final class NativeMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    /// `struct mallinfo2`: ten numbers of type `size_t`.
    private static final StructLayout MALLINFO = MemoryLayout.structLayout(
            MemoryLayout.sequenceLayout(10, ValueLayout.JAVA_LONG));
    private static final int IN_MAPPINGS = 4; // hblkhd
    private static final int IN_ARENAS = 7; // uordblks

    private NativeMemory() {}

    /// Whether this system has what is asked for here: Linux with glibc 2.33 or later.
    static boolean isMeasurable() {
        return Files.exists(STATUS) && Linker.nativeLinker().defaultLookup().find("mallinfo2").isPresent();
    }

    /// MB that were taken from `malloc` and not given back: what a leak adds to, whatever the allocator keeps in reserve and
    /// the Java heap does. libtorch takes all of its memory from there.
    static double takenMb() {
        Linker linker = Linker.nativeLinker();
        MethodHandle mallinfo = linker.downcallHandle(
                linker.defaultLookup().find("mallinfo2").orElseThrow(), FunctionDescriptor.of(MALLINFO));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment info = (MemorySegment) mallinfo.invokeExact((SegmentAllocator) arena);
            long bytes = info.getAtIndex(ValueLayout.JAVA_LONG, IN_MAPPINGS) + info.getAtIndex(ValueLayout.JAVA_LONG, IN_ARENAS);
            return bytes / (double) (1 << 20);
        } catch (Throwable e) {
            throw new IllegalStateException("mallinfo2 of glibc", e);
        }
    }

    /// MB of physical memory of the whole process, after a collection, so that the young generation's fill does not count.
    static double residentMb() {
        System.gc();
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
