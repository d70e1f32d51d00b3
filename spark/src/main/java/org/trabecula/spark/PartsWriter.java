package org.trabecula.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.extraction.feature.RowStack;
import org.trabecula.extraction.part.ExtractedPart;
import org.trabecula.extraction.part.PartBytes;
import org.trabecula.extraction.part.PartOrigin;
import org.trabecula.extraction.part.PartProblem;
import org.trabecula.extraction.part.PlacedFailure;
import org.trabecula.extraction.part.PlacedRow;

/// Takes the parts that tasks send and commits them in larger ones: when so many rows wait, when so much time has passed, and at the
/// end. So a driver that is killed loses the work of seconds, and a million scans do not become a million files.
final class PartsWriter implements Runnable {
    /// Results that wait while a file is written; tasks' ends wait behind them.
    private static final int MOST_WAITING = 10_000;

    private final PartsFolder folder;
    private final PartOrigin origin;
    private final int mostRows;
    private final long mostNanos;
    private final BlockingQueue<Optional<byte[]>> sent = new ArrayBlockingQueue<>(MOST_WAITING);
    private final List<PlacedRow> rows = new ArrayList<>();
    private final List<PlacedFailure> failures = new ArrayList<>();
    private RowStack stack = new RowStack();
    private int written;
    private int failed;
    private volatile @Nullable Exception trouble;

    PartsWriter(PartsFolder folder, PartOrigin origin, int mostRows, int mostSeconds) {
        this.folder = folder;
        this.origin = origin;
        this.mostRows = mostRows;
        this.mostNanos = TimeUnit.SECONDS.toNanos(mostSeconds);
    }

    /// Hands over what a task sent. Called by Spark's own thread.
    void take(byte[] part) {
        put(Optional.of(part));
    }

    /// That nothing more comes.
    void end() {
        put(Optional.empty());
    }

    private void put(Optional<byte[]> part) {
        try {
            while (trouble == null && !sent.offer(part, 1, TimeUnit.SECONDS)) {
                // the disk is slower than all executors together: they wait
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        try {
            long since = System.nanoTime();
            while (true) {
                Optional<byte[]> part = sent.poll(1, TimeUnit.SECONDS);
                boolean end = part != null && part.isEmpty();
                if (part != null && !end) {
                    add(PartBytes.part(part.get(), stack));
                }
                boolean waited = System.nanoTime() - since >= mostNanos;
                if (rows.size() + failures.size() >= mostRows || waited || end) {
                    commit();
                    since = System.nanoTime();
                }
                if (end) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            trouble = e;
        }
    }

    private void add(ExtractedPart part) {
        if (!part.origin().equals(origin)) {
            throw new InputException(new Problem(
                    PartProblem.OTHER_EXTRACTION, "an executor", "program " + part.origin().recipe().code(),
                    "the driver's, " + origin.recipe().code(), "give driver and executors the same jars (--jars)"));
        }
        rows.addAll(part.rows());
        failures.addAll(part.failures());
    }

    private void commit() throws IOException {
        if (rows.isEmpty() && failures.isEmpty()) {
            return;
        }
        rows.sort(Comparator.comparingInt(PlacedRow::line)); // stable: rows of one case keep their order
        failures.sort(Comparator.comparingInt(PlacedFailure::line));
        folder.commit(new ExtractedPart(origin, "cluster", rows, failures));
        written += rows.size();
        failed += failures.size();
        rows.clear();
        failures.clear();
        stack = new RowStack();
    }

    /// Throws what went wrong, if anything did.
    void check() throws IOException {
        switch (trouble) {
            case null -> {}
            case IOException io -> throw io;
            case RuntimeException other -> throw other;
            case Exception other -> throw new IllegalStateException(other);
        }
    }

    /// Rows committed; to be asked when [#run] is over.
    int written() {
        return written;
    }

    /// Failures committed; as [#written].
    int failed() {
        return failed;
    }
}
