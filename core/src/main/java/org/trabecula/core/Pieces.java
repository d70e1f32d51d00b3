package org.trabecula.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Pieces of work that do not depend on each other and give results of different kinds: planned, then run side by side, then
/// read. Nothing depends on the number of threads.
///
/// ```java
/// Pieces pieces = new Pieces();
/// Supplier<Area> area = pieces.add(() -> Area.of(scores));
/// Supplier<Curve> curve = pieces.add(() -> Curve.of(scores));
/// pieces.run(jobs);
/// return new Result(area.get(), curve.get());
/// ```
public final class Pieces {
    private final List<Piece<?>> planned = new ArrayList<>();

    /// Plans one piece. The long ones first, so that no thread is left with one at the end.
    ///
    /// @return its result, once the pieces were run
    public <T> Supplier<T> add(Supplier<T> work) {
        Piece<T> piece = new Piece<>(work);
        planned.add(piece);
        return piece;
    }

    /// Runs all that were planned. The first failure, in the order they were planned, is thrown.
    ///
    /// @param jobs threads, at least 1; with 1 everything runs in the calling thread, in the order it was planned
    public void run(int jobs) {
        Parallel.forEach(planned.size(), jobs, k -> planned.get(k).run());
    }

    private static final class Piece<T> implements Supplier<T> {
        private final Supplier<T> work;
        private Optional<T> result = Optional.empty();

        Piece(Supplier<T> work) {
            this.work = work;
        }

        void run() {
            result = Optional.of(work.get());
        }

        @Override
        public T get() {
            return result.orElseThrow(() -> new IllegalStateException("the pieces were not run yet"));
        }
    }
}
