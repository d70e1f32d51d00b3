package org.trabecula.web.job;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.web.server.Reply;
import org.trabecula.web.server.RandomId;
import org.trabecula.web.server.WebProblem;
import tools.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;

/// Jobs one after the other, in the order in which they were asked for; a bounded number waits. Safe for many threads.
public final class JobQueue implements AutoCloseable {
    /// Over and still to be looked at.
    private static final int MOST_REMEMBERED = 200;
    private static final long HEARTBEAT_MILLIS = 10_000;

    private final int mostWaiting;
    private final Consumer<Throwable> bugs;
    private final Deque<Job> waiting = new ArrayDeque<>();
    private final Map<String, Job> known = new LinkedHashMap<>();
    private final List<Thread> workers = new ArrayList<>();
    private boolean closed;

    /// @param workers     jobs that run side by side
    /// @param mostWaiting jobs that wait; one more is refused
    /// @param bugs        hears of failures that are ours
    public JobQueue(int workers, int mostWaiting, Consumer<Throwable> bugs) {
        this.mostWaiting = mostWaiting;
        this.bugs = bugs;
        for (int n = 0; n < workers; n++) {
            Thread worker = new Thread(this::work, "trabecula-job-" + n);
            worker.setDaemon(true);
            worker.start();
            this.workers.add(worker);
        }
    }

    /// Puts work at the end of the queue.
    ///
    /// @param what in words, for those who wait
    /// @throws InputException WEB-008 if as many wait as may
    public synchronized JobView submit(String what, JobWork work) {
        if (waiting.size() >= mostWaiting) {
            throw new InputException(new Problem(
                    WebProblem.BUSY, "the queue", waiting.size() + " jobs wait", "at most " + mostWaiting, "try again when some are done"));
        }
        Job job = new Job(RandomId.next(), what, work, bugs);
        known.put(job.id(), job);
        forgetOld();
        waiting.add(job);
        notifyAll();
        return job.view(waiting.size());
    }

    private void forgetOld() {
        int over = known.size() - MOST_REMEMBERED;
        var jobs = known.values().iterator();
        while (over > 0 && jobs.hasNext()) {
            if (jobs.next().state().isOver()) {
                jobs.remove();
                over--;
            }
        }
    }

    private void work() {
        GivesWay.here();
        try {
            while (true) {
                next().run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the room closes
        }
    }

    private synchronized Job next() throws InterruptedException {
        while (waiting.isEmpty()) {
            if (closed) {
                throw new InterruptedException();
            }
            wait();
        }
        return waiting.remove();
    }

    /// @throws InputException WEB-004 for an id that no job has
    public synchronized JobView view(String id) {
        Job job = find(id);
        return job.view(position(job));
    }

    /// Calls a job off.
    ///
    /// @throws InputException WEB-004 for an id that no job has
    public synchronized JobView cancel(String id) {
        Job job = find(id);
        waiting.remove(job);
        job.cancel();
        return job.view(0);
    }

    /// A job's changes as server-sent events, each the whole [JobView], until it is over.
    ///
    /// @throws InputException WEB-004 for an id that no job has
    public Reply.EventSource events(String id) {
        Job job = find(id);
        return out -> {
            while (true) {
                long seen = job.changes();
                JobView now = view(id);
                out.write(("data: " + JsonMapper.shared().writeValueAsString(now) + "\n\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
                if (now.state().isOver()) {
                    return;
                }
                job.await(seen, now.state() == JobState.WAITING ? 1_000 : HEARTBEAT_MILLIS); // places in the queue change without the job
            }
        };
    }

    private synchronized Job find(String id) {
        Job job = known.get(id);
        if (job == null) {
            throw new InputException(new Problem(
                    WebProblem.NOTHING_HERE, "the queue", "no job of this id", "a job of the last " + MOST_REMEMBERED, "start it again"));
        }
        return job;
    }

    private int position(Job wanted) {
        int place = 1;
        for (Job job : waiting) {
            if (job == wanted) {
                return place;
            }
            place++;
        }
        return 0;
    }

    /// Jobs under way are interrupted and waited for, waiting ones never begin. A network's native code hears of an interruption late; to end
    /// the process meanwhile would free memory that it computes with.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            waiting.clear();
            known.values().forEach(Job::cancel);
            workers.forEach(Thread::interrupt);
        }
        for (Thread worker : workers) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
