package org.trabecula.study.input;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Lets cases run side by side only as far as memory reaches. A case that needs more than the whole budget runs alone.
final class MemoryBudget {
    private static final long MEBIBYTE = 1L << 20;

    private final int total;
    private final Semaphore free;

    /// @param bytes what all cases together may take; at least one mebibyte counts
    MemoryBudget(long bytes) {
        total = (int) Math.clamp(bytes / MEBIBYTE, 1, Integer.MAX_VALUE);
        free = new Semaphore(total, true); // fair: a large case is not overtaken for ever
    }

    /// Seven tenths of what Java may take: the rest is for headers, label maps and the collector.
    static MemoryBudget ofThisProcess() {
        return new MemoryBudget(Runtime.getRuntime().maxMemory() / 10 * 7);
    }

    /// Runs `work` when `bytes` are free.
    <T> T with(long bytes, Supplier<T> work) {
        int share = (int) Math.clamp(bytes / MEBIBYTE + 1, 1, total);
        free.acquireUninterruptibly(share);
        try {
            return work.get();
        } finally {
            free.release(share);
        }
    }
}
