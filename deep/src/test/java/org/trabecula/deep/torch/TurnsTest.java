package org.trabecula.deep.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.trabecula.core.Parallel;

/// Computations of one thread run beside each other, each with its own count of threads; one with more waits for its turn.
@Timeout(60)
class TurnsTest {
    @Test
    void computationsOfOneThreadMeet() {
        CyclicBarrier both = new CyclicBarrier(2);
        assertThat(Parallel.map(2, 2, _ -> Libtorch.computing(1, () -> {
                    meet(both);
                    return torch.get_num_threads();
                })))
                .containsExactly(1, 1);
    }

    @Test
    void oneWithTwoThreadsRunsAlone() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        Thread first = new Thread(() -> Libtorch.computing(1, () -> {
            inside.countDown();
            pause();
            ended.set(true);
            return Boolean.TRUE;
        }));
        first.start();
        inside.await();
        assertThat(Libtorch.<Boolean>computing(2, ended::get)).as("the other computation has ended").isTrue();
        first.join();
        assertThat(Libtorch.<Integer>computing(1, torch::get_num_threads)).isEqualTo(1);
    }

    private static void meet(CyclicBarrier both) {
        try {
            both.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the other one did not come", e);
        }
    }

    /// Long enough for the other computation to begin, if it could.
    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
