package org.trabecula.deep.finetune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.core.CancelledException;
import org.trabecula.core.Progress;
import org.trabecula.deep.gradcam.CamMethod;
import org.trabecula.deep.gradcam.GradCam;
import org.trabecula.deep.network.BottleneckStride;
import org.trabecula.deep.network.Embedder;
import org.trabecula.deep.network.NetworkWeights;
import org.trabecula.deep.network.RandomInitialisation;
import org.trabecula.deep.network.ResNetArchitecture;
import org.trabecula.deep.network.ResNetDepth;
import org.trabecula.deep.torch.Libtorch;
import org.trabecula.deep.weights.TensorFile;

/// Ctrl-C interrupts the working thread; every long use of the network then ends within two seconds, as a cancellation, and
/// gives its native memory back.
@Timeout(120)
class InterruptionTest {
    private static final long PROMISED_MS = 2000;
    private static final int SIZE = 224;
    private static final NetworkWeights WEIGHTS = RandomInitialisation.network(
            new ResNetArchitecture(ResNetDepth.RESNET18, BottleneckStride.CONV2, 1, 2), 1);

    @TempDir
    Path temp = Path.of("");

    /// Work that would take a minute or more, in pieces that the interrupt must find its way into.
    private enum Work {
        EMBED {
            @Override
            void run(Runnable started) {
                try (Embedder embedder = new Embedder(WEIGHTS, 1)) {
                    started.run();
                    for (int n = 0; n < 100; n++) { // the caller's loop asks for nothing
                        embedder.embed(new float[32 * SIZE * SIZE], 1, SIZE, SIZE);
                    }
                }
            }
        },
        EXPLAIN {
            @Override
            void run(Runnable started) {
                try (GradCam cam = new GradCam(WEIGHTS, 3, CamMethod.GRADCAM, 1)) {
                    started.run();
                    for (int n = 0; n < 10_000; n++) {
                        cam.explain(new float[SIZE * SIZE], OptionalInt.empty());
                    }
                }
            }
        },
        FINE_TUNE {
            @Override
            void run(Runnable started) {
                FineTuning.run(
                        StripeCrops.of(64, 1), WEIGHTS, FineTuneSettings.paper(1).withEpochs(1000), 1,
                        startedBy(started), Optional.empty());
            }
        },
        INITIALISE {
            @Override
            void run(Runnable started) {
                started.run();
                for (int n = 0; n < 1000; n++) {
                    RandomInitialisation.network(
                            new ResNetArchitecture(ResNetDepth.RESNET152, BottleneckStride.CONV2, 1, 2), n);
                }
            }
        },
        WAIT_FOR_A_TURN {
            @Override
            void run(Runnable started) {
                started.run();
                Libtorch.computing(1, () -> Boolean.TRUE);
            }
        };

        abstract void run(Runnable started);
    }

    private static Progress startedBy(Runnable started) {
        AtomicBoolean once = new AtomicBoolean();
        return new Progress() {
            @Override
            public void stage(String name, int items) {}

            @Override
            public void done(String item) {
                if (once.compareAndSet(false, true)) {
                    started.run();
                }
            }

            @Override
            public void note(String message) {}
        };
    }

    @ParameterizedTest
    @EnumSource
    void endsWithinTwoSecondsAsACancellation(Work work) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Thread holder = new Thread(() -> Libtorch.computing(2, () -> { // with more threads than one it has its turn alone
            await(done);
            return Boolean.TRUE;
        }));
        if (work == Work.WAIT_FOR_A_TURN) {
            holder.start();
            while (holder.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
        }
        try {
            Outcome outcome = interrupted(work);
            assertThat(outcome.thrown).isInstanceOf(CancelledException.class);
            assertThat(outcome.stillFlagged).isTrue();
            assertThat(outcome.milliseconds).isLessThan(PROMISED_MS);
        } finally {
            done.countDown();
            holder.join();
        }
    }

    private record Outcome(Throwable thrown, boolean stillFlagged, long milliseconds) {}

    private static Outcome interrupted(Work work) throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>(new AssertionError("came to its end"));
        AtomicBoolean flagged = new AtomicBoolean();
        AtomicLong ended = new AtomicLong();
        Thread worker = new Thread(() -> {
            try {
                work.run(started::countDown);
            } catch (RuntimeException e) {
                thrown.set(e);
            }
            ended.set(System.nanoTime());
            flagged.set(Thread.currentThread().isInterrupted());
        });
        worker.start();
        await(started);
        worker.join(300); // so that the interrupt comes amid the work; the work itself would last a minute
        long asked = System.nanoTime();
        worker.interrupt();
        worker.join();
        return new Outcome(thrown.get(), flagged.get(), TimeUnit.NANOSECONDS.toMillis(ended.get() - asked));
    }

    /// A scope left by a cancellation frees what is in it. The networks here take 45 MB, a batch's activations more than that.
    @ParameterizedTest
    @EnumSource(names = {"EMBED", "EXPLAIN", "FINE_TUNE"})
    void givesTheNativeMemoryBack(Work work) throws InterruptedException {
        assumeTrue(NativeMemory.isMeasurable(), "memory is measured through /proc and glibc, which this system lacks");
        interrupted(work); // what is made once stays
        double before = NativeMemory.takenMb();
        for (int n = 0; n < 3; n++) {
            interrupted(work);
        }
        assertThat(NativeMemory.takenMb() - before).isLessThan(30); // one network lost in three would be 45 MB
    }

    /// An interrupt closes the channel that is read; that is no unreadable file.
    @Test
    void aFileThatIsReadIsNotCalledUnreadable() throws IOException {
        Path file = Files.write(temp.resolve("any.safetensors"), new byte[100]);
        Thread.currentThread().interrupt();
        try {
            TensorFile.read(file);
            throw new AssertionError("read in spite of the interrupt");
        } catch (CancelledException e) {
            assertThat(Thread.interrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
