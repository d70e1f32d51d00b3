package org.trabecula.web.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.trabecula.core.CancelledException;
import org.trabecula.core.InputException;
import org.trabecula.core.Parallel;
import org.trabecula.core.Problem;
import org.trabecula.web.server.WebProblem;

class JobQueueTest {
    private final List<Throwable> bugs = Collections.synchronizedList(new ArrayList<>());
    private final JobQueue queue = new JobQueue(1, 2, bugs::add);
    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private final CountDownLatch runs = new CountDownLatch(1);

    @AfterEach
    void close() {
        queue.close();
    }

    /// A job that runs until it is let go or called off.
    private Object blocked() {
        runs.countDown();
        try {
            if (!mayGoOn.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody let it go");
            }
        } catch (InterruptedException e) {
            throw new CancelledException();
        }
        return "late";
    }

    private JobView end(JobView job) throws Exception {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        queue.events(job.id()).writeTo(told); // returns when the job is over
        assertThat(told.toString(StandardCharsets.UTF_8)).startsWith("data: {").endsWith("}\n\n");
        return queue.view(job.id());
    }

    @Test
    void aJobTellsHowFarItIsAndWhatItMade() throws Exception {
        JobView ended = end(queue.submit("count", progress -> {
            progress.stage("numbers", 2);
            progress.done("one");
            progress.done("two");
            progress.note("two of them");
            return 2;
        }));
        assertThat(ended.state()).isEqualTo(JobState.DONE);
        assertThat(ended.result()).contains(2);
        assertThat(ended.step()).isEqualTo("numbers");
        assertThat(List.of(ended.done(), ended.items())).isEqualTo(List.of(2, 2));
        assertThat(ended.notes()).containsExactly("two of them");
    }

    @Test
    void waitingJobsHaveAPlaceAndOneTooManyIsRefused() throws Exception {
        JobView first = queue.submit("first", _ -> blocked());
        assertThat(runs.await(5, TimeUnit.SECONDS)).isTrue();
        JobView second = queue.submit("second", _ -> 2);
        JobView third = queue.submit("third", _ -> 3);
        assertThat(queue.view(first.id()).position()).isZero();
        assertThat(queue.view(second.id()).position()).isEqualTo(1);
        assertThat(queue.view(third.id()).position()).isEqualTo(2);
        assertThatThrownBy(() -> queue.submit("fourth", _ -> 4)).isInstanceOf(InputException.class).hasMessageContaining("WEB-008");
        queue.cancel(second.id());
        assertThat(queue.view(third.id()).position()).isEqualTo(1);
        mayGoOn.countDown();
        assertThat(end(third).result()).contains(3);
        assertThat(queue.view(second.id()).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void aJobUnderWayIsCalledOffAndTheNextOneRuns() throws Exception {
        JobView first = queue.submit("first", _ -> blocked());
        JobView second = queue.submit("second", _ -> Thread.currentThread().isInterrupted());
        assertThat(runs.await(5, TimeUnit.SECONDS)).isTrue();
        queue.cancel(first.id());
        assertThat(end(first).state()).isEqualTo(JobState.CANCELLED);
        assertThat(end(second).result()).contains(false);
    }

    @Test
    void aRefusalIsToldAndABugIsHeard() throws Exception {
        JobView refused = end(queue.submit("refused", _ -> {
            throw new InputException(new Problem(WebProblem.NOT_YET, "here", "nothing", "something", "begin"));
        }));
        assertThat(refused.state()).isEqualTo(JobState.REFUSED);
        assertThat(refused.problems().getFirst().code()).isEqualTo("WEB-010");
        JobView broken = end(queue.submit("broken", _ -> {
            throw new IllegalStateException("a bug");
        }));
        assertThat(broken.state()).isEqualTo(JobState.BROKEN);
        assertThat(bugs).singleElement().isInstanceOf(IllegalStateException.class);
    }

    /// The nineteenth field of the thread's line is how far it gives way (proc_pid_stat(5)).
    @Test
    @EnabledOnOs(OS.LINUX)
    void aJobGivesWayToThePageAndSoDoTheThreadsThatItStarts() throws Exception {
        List<String> nice = Collections.synchronizedList(new ArrayList<>());
        JobView job = queue.submit("work", _ -> {
            nice.add(nice());
            nice.addAll(Parallel.map(2, 2, _ -> nice()));
            return "done";
        });
        queue.events(job.id()).writeTo(new ByteArrayOutputStream()); // ends with the job
        int own = Integer.parseInt(nice());
        assertThat(nice).hasSize(3).containsOnly(Integer.toString(Math.max(own, 10)));
    }

    private static String nice() {
        try {
            return Files.readString(Path.of("/proc/thread-self/stat")).replaceFirst(".*\\) ", "").split(" ")[16];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
