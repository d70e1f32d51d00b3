package org.trabecula.web.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.CancelledException;
import org.trabecula.core.InputException;
import org.trabecula.core.Progress;
import org.trabecula.web.server.RefusalDocument;

/// One piece of long work and how far it is. Who watches it waits for the next change.
final class Job {
    private static final int MOST_NOTES = 200;

    private final String id;
    private final String what;
    private final JobWork work;
    private final Consumer<Throwable> bugs;

    private JobState state = JobState.WAITING;
    private String step = "";
    private int done;
    private int items;
    private long changes;
    private final List<String> notes = new ArrayList<>();
    private @Nullable Object result;
    private List<RefusalDocument.Told> problems = List.of();
    private @Nullable Thread worker;

    Job(String id, String what, JobWork work, Consumer<Throwable> bugs) {
        this.id = id;
        this.what = what;
        this.work = work;
        this.bugs = bugs;
    }

    String id() {
        return id;
    }

    /// Does the work in the calling thread, unless it was called off before.
    void run() {
        if (!begin()) {
            return;
        }
        try {
            Object made = work.run(new Reported());
            end(JobState.DONE, made, List.of());
        } catch (CancelledException e) {
            end(JobState.CANCELLED, null, List.of());
        } catch (InputException e) {
            end(JobState.REFUSED, null, RefusalDocument.of(e.problems()).problems());
        } catch (IOException | RuntimeException | Error e) {
            try {
                bugs.accept(e);
            } finally {
                end(JobState.BROKEN, null, List.of()); // whoever sees the end finds the bug told
            }
        } finally {
            Thread.interrupted(); // a call that came too late must not stop the next job
        }
    }

    private synchronized boolean begin() {
        if (state != JobState.WAITING) {
            return false;
        }
        state = JobState.RUNNING;
        worker = Thread.currentThread();
        changed();
        return true;
    }

    private synchronized void end(JobState how, @Nullable Object made, List<RefusalDocument.Told> refused) {
        state = how;
        result = made;
        problems = refused;
        worker = null;
        changed();
    }

    /// Stops the work at its next step; one that waits never begins.
    synchronized void cancel() {
        if (state == JobState.WAITING) {
            end(JobState.CANCELLED, null, List.of());
        } else if (worker != null) {
            worker.interrupt();
        }
    }

    synchronized JobState state() {
        return state;
    }

    private synchronized void changed() {
        changes++;
        notifyAll();
    }

    /// How many changes there were.
    synchronized long changes() {
        return changes;
    }

    /// Waits until there were more changes than `seen`, or for `millis`.
    synchronized void await(long seen, long millis) throws InterruptedException {
        long until = System.nanoTime() + millis * 1_000_000;
        while (changes == seen) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    synchronized JobView view(int position) {
        return new JobView(id, what, state, position, step, done, items, notes, Optional.ofNullable(result), problems);
    }

    /// What the work says of itself.
    private final class Reported implements Progress {
        @Override
        public void stage(String name, int count) {
            synchronized (Job.this) {
                step = name;
                done = 0;
                items = count;
                changed();
            }
        }

        @Override
        public void done(String item) {
            synchronized (Job.this) {
                done++;
                changed();
            }
        }

        @Override
        public void note(String message) {
            synchronized (Job.this) {
                if (notes.size() < MOST_NOTES) {
                    notes.add(message);
                }
                changed();
            }
        }
    }
}
