package org.trabecula.core;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/// Loops over independent items. Results come back in item order, so nothing depends on the number of threads.
public final class Parallel {
    private static final long UNWIND_SECONDS = 5;

    private Parallel() {}

    /// `work.apply(0) … work.apply(count - 1)`, in order, computed by at most `jobs` threads.
    ///
    /// The first failure in item order is thrown; later items may not have run. An interrupt of the calling thread
    /// stops the workers and is thrown as [CancelledException] with the interrupt flag set again.
    ///
    /// @param jobs threads, at least 1; with 1 everything runs in the calling thread
    public static <T> List<T> map(int count, int jobs, IntFunction<T> work) {
        if (jobs < 1) {
            throw new IllegalArgumentException("jobs must be at least 1, got " + jobs);
        }
        if (jobs == 1 || count < 2) {
            List<T> results = new ArrayList<>(count);
            for (int item = 0; item < count; item++) {
                CancelledException.throwIfInterrupted();
                results.add(work.apply(item));
            }
            return results;
        }
        ExecutorService workers = workers(Math.min(jobs, count));
        try {
            List<Future<T>> pending = new ArrayList<>(count);
            for (int item = 0; item < count; item++) {
                int index = item;
                pending.add(workers.submit(() -> work.apply(index)));
            }
            List<T> results = new ArrayList<>(count);
            for (Future<T> future : pending) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            throw cancelled(workers);
        } catch (ExecutionException e) {
            throw failed(workers, e);
        } finally {
            workers.shutdownNow();
        }
    }

    /// Who takes the results of [#inOrder].
    @FunctionalInterface
    public interface Taker<T> {
        /// @param item   its number, from 0
        /// @param result what was computed for it
        void take(int item, T result) throws IOException;
    }

    /// A stream of items: `work.apply(0) … work.apply(count - 1)`, computed by at most `jobs` threads, each handed to `taker` in item order by
    /// the calling thread. Item `n + ahead` is begun only after `taker` is done with item n, so that items may share `ahead` places by turns.
    ///
    /// Failures and interrupts are those of [#map].
    ///
    /// @param jobs  threads, at least 1; with 1 everything runs in the calling thread, one item after the other
    /// @param ahead at least 1: how many results there are at a time
    /// @throws IOException what `taker` throws
    public static <T> void inOrder(int count, int jobs, int ahead, IntFunction<T> work, Taker<? super T> taker) throws IOException {
        if (jobs < 1 || ahead < 1) {
            throw new IllegalArgumentException("jobs and ahead must be at least 1, got " + jobs + " and " + ahead);
        }
        if (jobs == 1 || count < 2) {
            for (int item = 0; item < count; item++) {
                CancelledException.throwIfInterrupted();
                taker.take(item, work.apply(item));
            }
            return;
        }
        ExecutorService workers = workers(Math.min(jobs, count));
        try {
            ArrayDeque<Future<T>> pending = new ArrayDeque<>(ahead);
            int begun = 0;
            for (int item = 0; item < count; item++) {
                for (; begun < count && begun < item + ahead; begun++) {
                    int index = begun;
                    pending.addLast(workers.submit(() -> work.apply(index)));
                }
                taker.take(item, pending.removeFirst().get());
            }
        } catch (InterruptedException e) {
            throw cancelled(workers);
        } catch (ExecutionException e) {
            throw failed(workers, e);
        } catch (IOException | RuntimeException e) {
            workers.shutdownNow();
            letFinish(workers);
            throw e;
        } finally {
            workers.shutdownNow();
        }
    }

    private static ExecutorService workers(int threads) {
        AtomicInteger thread = new AtomicInteger();
        return Executors.newFixedThreadPool(threads, task -> {
            Thread worker = new Thread(task, "trabecula-" + thread.incrementAndGet());
            worker.setDaemon(true);
            return worker;
        });
    }

    private static CancelledException cancelled(ExecutorService workers) {
        workers.shutdownNow();
        letFinish(workers);
        Thread.currentThread().interrupt();
        return new CancelledException();
    }

    /// What the work threw, once nothing computes or writes any more.
    private static RuntimeException failed(ExecutorService workers, ExecutionException e) {
        workers.shutdownNow();
        letFinish(workers);
        return switch (e.getCause()) {
            case RuntimeException known -> known;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(e);
        };
    }

    /// Items under way put their files in order before the process ends.
    private static void letFinish(ExecutorService workers) {
        try {
            workers.awaitTermination(UNWIND_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // no more waiting
        }
    }

    /// Two results that do not need each other.
    public record Both<A, B>(A first, B second) {}

    /// Both pieces of work, side by side where `jobs` is two or more.
    public static <A, B> Both<A, B> both(int jobs, Supplier<A> first, Supplier<B> second) {
        AtomicReference<A> a = new AtomicReference<>();
        AtomicReference<B> b = new AtomicReference<>();
        forEach(2, Math.min(2, jobs), item -> {
            if (item == 0) {
                a.set(first.get());
            } else {
                b.set(second.get());
            }
        });
        return new Both<>(a.get(), b.get());
    }

    /// [#map] without results.
    public static void forEach(int count, int jobs, java.util.function.IntConsumer work) {
        map(count, jobs, item -> {
            work.accept(item);
            return Boolean.TRUE;
        });
    }
}
