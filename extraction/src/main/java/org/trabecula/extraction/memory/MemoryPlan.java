package org.trabecula.extraction.memory;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Lets cases run side by side only as far as memory reaches. A case that needs more than the whole budget runs alone.
public final class MemoryPlan {
    private static final long MEBIBYTE = 1L << 20;

    private final int total;
    private final Semaphore free;

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
    public <T> T with(long bytes, Supplier<T> work) {
        int share = (int) Math.clamp(bytes / MEBIBYTE + 1, 1, total);
        free.acquireUninterruptibly(share);
        try {
            return work.get();
        } finally {
            free.release(share);
        }
    }
}
