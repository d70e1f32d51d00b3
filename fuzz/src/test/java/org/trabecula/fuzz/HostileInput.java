package org.trabecula.fuzz;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.trabecula.core.InputException;

/// What a reader is held to for any bytes: it reads them or refuses them with an [InputException], in time and within memory.
/// Whatever else it throws is a finding.
///
/// Memory is what all threads allocate, kept or not. Buffers outside the heap are counted apart; the native libraries (libtorch,
/// boosting) are left off this module's class path, so that a reader that loads one fails.
///
/// @param mostAllocatedBytes for one input
record HostileInput(long mostAllocatedBytes) {
    static final long MIB = 1L << 20;

    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(5);
    /// What the JDK keeps for each thread to pass bytes to a channel is at most as large as the piece that is passed.
    private static final long MOST_DIRECT_BYTES = 64 * MIB;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final List<BufferPoolMXBean> DIRECT = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct"))
            .toList();

    /// What is fed; what it finds is dropped.
    @FunctionalInterface
    interface Reading {
        void read() throws Exception;
    }

    /// Holds one reading to the bounds. The first readings of a process load classes and instrument them, which costs more than
    /// any file: what is beyond a bound is therefore read once more, and judged then. Only then the process's own time is asked for too,
    /// which costs as much as reading a small file.
    ///
    /// @param length of the input, for messages
    void hold(int length, Reading reading) throws Exception {
        if (excess(reading, () -> Long.MAX_VALUE / 2).isPresent()) {
            long before = SYSTEM.getProcessCpuTime();
            Optional<String> again = excess(reading, () -> SYSTEM.getProcessCpuTime() - before);
            if (again.isPresent()) {
                throw new AssertionError("an input of " + length + " bytes took " + again.get());
            }
        }
    }

    /// What a reading took beyond its bounds.
    ///
    /// @param busyNanos how long the process worked; a machine that does other things makes any reading long
    private Optional<String> excess(Reading reading, LongSupplier busyNanos) throws Exception {
        long before = THREADS.getTotalThreadAllocatedBytes();
        long started = System.nanoTime();
        try {
            reading.read();
        } catch (InputException e) {
            if (e.problems().stream().anyMatch(problem -> problem.code().code().isEmpty())) {
                throw new AssertionError("a refusal without a code", e);
            }
        }
        long wall = System.nanoTime() - started;
        if (wall > MOST_NANOS && busyNanos.getAsLong() > MOST_NANOS) {
            return Optional.of(TimeUnit.NANOSECONDS.toMillis(wall) + " ms");
        }
        long allocated = THREADS.getTotalThreadAllocatedBytes() - before;
        if (allocated > mostAllocatedBytes) {
            return Optional.of(allocated + " bytes of memory, at most " + mostAllocatedBytes);
        }
        long direct = DIRECT.stream().mapToLong(BufferPoolMXBean::getMemoryUsed).sum();
        return direct > MOST_DIRECT_BYTES ? Optional.of(direct + " bytes outside the heap") : Optional.empty();
    }

    /// A folder of this process for one target, which goes when the process ends.
    static Path folder(String target) {
        try {
            Path folder = Files.createTempDirectory("fuzz-" + target);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
