package org.trabecula.core;

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
        AtomicInteger thread = new AtomicInteger();
        ExecutorService workers = Executors.newFixedThreadPool(Math.min(jobs, count), task -> {
            Thread worker = new Thread(task, "trabecula-" + thread.incrementAndGet());
            worker.setDaemon(true);
            return worker;
        });
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
            workers.shutdownNow();
            letFinish(workers);
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException e) {
            workers.shutdownNow();
            letFinish(workers); // nothing computes or writes any more when the failure is told
            switch (e.getCause()) {
                case RuntimeException known -> throw known;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        } finally {
            workers.shutdownNow();
        }
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
