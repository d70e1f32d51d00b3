package org.trabecula.extraction.memory;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.trabecula.core.CancelledException;

/// Lets cases run side by side only as far as memory reaches. A case that needs more than the whole budget runs alone.
public final class MemoryPlan {
    private static final long MEBIBYTE = 1L << 20;

    private final int total;
    private final Semaphore free;

    /// What is done with the memory.
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException;
    }

    /// @param bytes what all cases together may take; at least one mebibyte counts
    public MemoryPlan(long bytes) {
        total = (int) Math.clamp(bytes / MEBIBYTE, 1, Integer.MAX_VALUE);
        free = new Semaphore(total, true); // fair: a large case is not overtaken for ever
    }

    /// Seven tenths of what Java may take: the rest is for headers, label maps and the collector.
    public static MemoryPlan ofThisProcess() {
        return new MemoryPlan(Runtime.getRuntime().maxMemory() / 10 * 7);
    }

    /// Runs `work` when `bytes` are free.
    ///
    /// @throws CancelledException if the thread is interrupted while it waits
    public <T> T with(long bytes, Work<T> work) throws IOException {
        int share = (int) Math.clamp(bytes / MEBIBYTE + 1, 1, total);
        try {
            free.acquire(share);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
        try {
            return work.run();
        } finally {
            free.release(share);
        }
    }
}
