package org.trabecula.extraction.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.trabecula.core.CancelledException;
import org.trabecula.core.Parallel;

class MemoryPlanTest {
    private static final long MIB = 1L << 20;

    /// The most that was in use at once, over many cases on many threads.
    private static long most(MemoryPlan plan, long bytesEach) {
        AtomicLong inUse = new AtomicLong();
        AtomicLong most = new AtomicLong();
        Parallel.forEach(64, 8, _ -> {
            try {
                plan.with(bytesEach, () -> {
                    most.accumulateAndGet(inUse.addAndGet(bytesEach), Math::max);
                    Thread.yield();
                    inUse.addAndGet(-bytesEach);
                    return Boolean.TRUE;
                });
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        return most.get();
    }

    @Test
    void casesSideBySideNeverTakeMoreThanThereIs() {
        assertThat(most(new MemoryPlan(100 * MIB), 30 * MIB)).isLessThanOrEqualTo(90 * MIB);
    }

    @Test
    void aCaseThatNeedsMoreThanAllRunsAlone() {
        assertThat(most(new MemoryPlan(10 * MIB), 500 * MIB)).isEqualTo(500 * MIB);
    }

    @Test
    void whatFailsGivesItsShareBack() throws IOException {
        MemoryPlan plan = new MemoryPlan(2 * MIB);
        for (int n = 0; n < 3; n++) {
            assertThatThrownBy(() -> plan.with(2 * MIB, () -> {
                throw new IOException("no");
            })).isInstanceOf(IOException.class);
        }
        assertThat(plan.with(2 * MIB, () -> 1)).isEqualTo(1);
    }

    @Test
    void whoWaitsForMemoryCanBeStopped() throws Exception {
        MemoryPlan plan = new MemoryPlan(MIB);
        CountDownLatch holds = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Thread other = Thread.ofPlatform().start(() -> {
            try {
                plan.with(MIB, () -> {
                    holds.countDown();
                    try {
                        release.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return Boolean.TRUE;
                });
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        holds.await();
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> plan.with(MIB, () -> 1)).isInstanceOf(CancelledException.class);
        } finally {
            Thread.interrupted();
            release.countDown();
            other.join();
        }
    }
}
