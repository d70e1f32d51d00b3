package org.trabecula.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ParallelTest {
    @AfterEach
    void leaveNoInterruptBehind() {
        Thread.interrupted();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 64})
    void resultsComeInItemOrderForAnyNumberOfThreads(int jobs) {
        List<Integer> squares = Parallel.map(50, jobs, item -> {
            if (item % 7 == 0) {
                Thread.yield(); // some items take their time
            }
            return item * item;
        });
        assertThat(squares).isEqualTo(IntStream.range(0, 50).mapToObj(i -> i * i).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void noItemsNoResults(int jobs) {
        assertThat(Parallel.map(0, jobs, item -> item)).isEmpty();
    }

    @Test
    void neverMoreThreadsThanAskedFor() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Parallel.forEach(40, 3, item -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.yield();
            now.decrementAndGet();
        });
        assertThat(most.get()).isBetween(1, 3);
    }

    /// Item 5 fails at once, item 2 only after it: still item 2's failure is the one that is told, on every run.
    @Test
    void theFirstFailureInItemOrderIsThrown() {
        CountDownLatch fiveFailed = new CountDownLatch(1);
        assertThatThrownBy(() -> Parallel.map(8, 8, item -> {
                    if (item == 5) {
                        fiveFailed.countDown();
                        throw new IllegalArgumentException("five");
                    }
                    if (item == 2) {
                        await(fiveFailed);
                        throw new IllegalStateException("two");
                    }
                    return item;
                }))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("two");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void errorsComeThroughAsTheyAre(int jobs) {
        assertThatThrownBy(() -> Parallel.map(4, jobs, item -> {
                    throw new OutOfMemoryError("no room");
                }))
                .isExactlyInstanceOf(OutOfMemoryError.class)
                .hasMessage("no room");
    }

    @Test
    void zeroJobsAreNoAnswer() {
        assertThatThrownBy(() -> Parallel.map(1, 0, item -> item))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 64})
    void aStreamOfItemsIsTakenInItsOrderForAnyNumberOfThreads(int jobs) throws IOException {
        List<Integer> taken = new ArrayList<>();
        Thread caller = Thread.currentThread();
        Parallel.inOrder(50, jobs, 4, item -> {
            if (item % 7 == 0) {
                Thread.yield(); // some items take their time
            }
            return item * item;
        }, (item, square) -> {
            assertThat(square).isEqualTo(item * item);
            assertThat(Thread.currentThread()).isSameAs(caller);
            taken.add(item);
        });
        assertThat(taken).isEqualTo(IntStream.range(0, 50).boxed().toList());
    }

    /// Items share three places by turns: none is written to before its last content was taken.
    @Test
    void noItemIsBegunBeforeThePlaceOfAnEarlierOneIsFree() throws IOException {
        AtomicInteger taken = new AtomicInteger();
        int[] places = new int[3];
        Parallel.inOrder(300, 2, places.length, item -> {
            assertThat(item - taken.get()).isLessThan(places.length);
            places[item % places.length] = item;
            return item;
        }, (item, _) -> {
            assertThat(places[item % places.length]).isEqualTo(item);
            taken.set(item + 1);
        });
        assertThat(taken.get()).isEqualTo(300);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aStreamEndsWithTheFirstFailureInItemOrderOrThatOfItsTaker(int jobs) {
        List<Integer> taken = new ArrayList<>();
        assertThatThrownBy(() -> Parallel.inOrder(20, jobs, 8, item -> {
                    if (item >= 5) {
                        throw new IllegalStateException("item " + item);
                    }
                    return item;
                }, (item, _) -> taken.add(item)))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("item 5");
        assertThat(taken).containsExactly(0, 1, 2, 3, 4);
        assertThatThrownBy(() -> Parallel.inOrder(20, jobs, 8, item -> item, (item, _) -> {
                    if (item == 3) {
                        throw new IOException("the disk is full");
                    }
                }))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("the disk is full");
    }

    @Test
    void anInterruptEndsTheSequentialLoopBeforeTheNextItem() {
        AtomicInteger done = new AtomicInteger();
        assertThatThrownBy(() -> Parallel.forEach(10, 1, item -> {
                    done.incrementAndGet();
                    if (item == 3) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .isInstanceOf(CancelledException.class);
        assertThat(done.get()).isEqualTo(4);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    /// The workers hear of it too: one that waits is woken, and what it does on its way out is done before the call returns.
    @Test
    void anInterruptOfTheCallerStopsTheWorkers() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(2);
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger tidied = new AtomicInteger();
        AtomicBoolean flagged = new AtomicBoolean();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                Parallel.forEach(100, 2, item -> {
                    started.countDown();
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        tidied.incrementAndGet();
                    }
                });
            } catch (CancelledException e) {
                flagged.set(Thread.currentThread().isInterrupted());
                thrown.set(e);
            }
        });
        caller.start();
        await(started);
        caller.interrupt();
        caller.join(TimeUnit.SECONDS.toMillis(20));
        assertThat(caller.isAlive()).isFalse();
        assertThat(thrown.get()).isInstanceOf(CancelledException.class);
        assertThat(flagged).isTrue();
        assertThat(tidied.get()).isEqualTo(2);
    }

    /// Nothing is computed or written any more once the failure is told.
    @Test
    void aFailureIsToldWhenTheOtherWorkersHaveEnded() {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        assertThatThrownBy(() -> Parallel.forEach(2, 2, item -> {
                    if (item == 0) {
                        await(started);
                        throw new IllegalStateException("zero");
                    }
                    started.countDown();
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        ended.set(true);
                    }
                }))
                .hasMessage("zero");
        assertThat(ended).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void bothGivesBothInTheirPlaces(int jobs) {
        assertThat(Parallel.both(jobs, () -> "a", () -> 2)).isEqualTo(new Parallel.Both<>("a", 2));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
