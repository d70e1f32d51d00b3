package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cli.CommandLineRun;
import tools.jackson.databind.JsonNode;

/// A room that is killed (SIGKILL) while somebody draws and predictions are made, and opened again: what was answered is there. And one that
/// is asked to end (SIGTERM) while a job runs.
@Tag("slow")
@DisabledOnOs(OS.WINDOWS)
class ServeKilledTest {
    private static final int KILLS = 6;
    private static final int SEED = Integer.getInteger("trabecula.kills.seed", 1);
    /// The first that is drawn on, and how much of each: every slice has more pixels.
    private static final int SLICE = 2;
    private static final int COLUMNS = 20;
    private static final int ROWS = 20;
    private static final int PAUSE_MILLIS = 20;
    /// Two seconds are promised; the third is for the machine that runs tests beside others.
    private static final int MOST_MILLIS = 3_000;
    /// For a first prediction, which loads the network's native code.
    private static final int MOST_SECONDS = 120;

    @TempDir
    Path folder;

    private String drawn = "";
    private String predicted = "";

    /// What a client was told before the room was killed.
    private static final class Told {
        /// Pixels `slice:column,row` whose stroke was answered.
        private final Set<String> strokes = new HashSet<>();
        /// The last stroke that was sent, answered or not.
        private String sent = "";
        /// The last result of a job that was seen to be done.
        private @Nullable JsonNode result;
        /// The age that the last prediction was asked with, finished or not.
        private int asked;
        /// Predictions that were seen to be done.
        private final AtomicInteger finished = new AtomicInteger();
    }

    /// A model of made-up vertebrae, and one of them as a scan to draw on and to predict.
    @BeforeEach
    void study() throws IOException {
        Files.writeString(
                folder.resolve("quick.yaml"),
                "classifiers: [svm]\nnetwork: {architecture: resnet18}\nfinetune: {epochs: 0}\npca: 5\ncrossfit: 0\nlasso: {folds: 3}\ngrid_folds: 2\n"
                        + "evaluation: {bootstrap: 0, bands: 0, optimism: 0}\n");
        for (String line : List.of(
                "phantom -o @c --patients 24 --column 1 --outlined-again 0 --spacing 2x2x2 --quiet", "study @c/cases.csv --config @quick.yaml -o @run --quiet")) {
            CommandLineRun run = CommandLineRun.typed(line, folder);
            assertThat(run.exit()).as(run.err()).isZero();
        }
    }

    private ServedProcess serve() throws IOException {
        return ServedProcess.start(
                folder, folder.resolve("c/cases.csv").toString(), "--model", folder.resolve("run").toString(), "--work", folder.resolve("work").toString());
    }

    @Test
    void noAnsweredStrokeAndNoFinishedResultIsLost() throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        Told told = new Told();
        for (int kill = 0; kill <= KILLS; kill++) {
            try (ServedProcess room = serve()) {
                if (kill == 0) {
                    predicted = room.post("/api/cases/0/open", "").get("id").asString();
                    drawn = room.post("/api/cases/1/open", "").get("id").asString();
                    room.post("/api/scans/" + drawn + "/outline/clear", "{\"plane\":\"sagittal\",\"slice\":" + SLICE + "}");
                } else {
                    requireAllThere(room, told, kill);
                }
                if (kill < KILLS) {
                    workAndKill(room, told, random.nextInt(2_000));
                }
                assertThat(room.errors()).doesNotContain("bug in Trabecula");
            }
        }
        System.out.println(KILLS + " kills: " + told.strokes.size() + " strokes were answered, " + told.finished.get() + " predictions were seen to be done");
        assertThat(told.strokes).hasSizeGreaterThan(KILLS);
        assertThat(told.finished.get()).isGreaterThanOrEqualTo(KILLS);
    }

    /// Both go on until the room is gone: some time after the first result of this room, while the next one is made.
    private void workAndKill(ServedProcess room, Told told, int afterMillis) throws Exception {
        int before = told.finished.get();
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            Future<?> drawing = people.submit(() -> draw(room, told));
            Future<?> predicting = people.submit(() -> predict(room, told));
            for (int n = 0; told.finished.get() == before && n < MOST_SECONDS * 100; n++) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            TimeUnit.MILLISECONDS.sleep(afterMillis);
            room.kill();
            drawing.get();
            predicting.get();
        }
    }

    /// One pixel a stroke, a new one each time.
    private Void draw(ServedProcess room, Told told) throws InterruptedException {
        try {
            while (true) {
                int next = told.strokes.size();
                int slice = SLICE + next / (COLUMNS * ROWS);
                String pixel = next % COLUMNS + "," + next / COLUMNS % ROWS;
                told.sent = slice + ":" + pixel;
                room.post(
                        "/api/scans/" + drawn + "/outline/strokes",
                        "{\"plane\":\"sagittal\",\"slice\":" + slice + ",\"tool\":\"PEN\",\"points\":[" + pixel + "],\"radiusMm\":0.1}");
                told.strokes.add(told.sent);
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (IOException e) {
            return null; // killed
        }
    }

    /// Each with another age, which its result says again.
    private Void predict(ServedProcess room, Told told) throws InterruptedException {
        try {
            while (true) {
                told.asked = told.asked % 100 + 1;
                JsonNode job = room.post("/api/scans/" + predicted + "/prediction", "{\"ageYears\":" + told.asked + ",\"sex\":\"F\",\"centre\":null}");
                while (!job.get("state").asString().equals("done")) {
                    assertThat(job.get("state").asString()).as(job.toString()).isIn("waiting", "running");
                    TimeUnit.MILLISECONDS.sleep(20);
                    job = room.get("/api/jobs/" + job.get("id").asString());
                }
                told.result = job.get("result");
                told.finished.incrementAndGet();
            }
        } catch (IOException e) {
            return null; // killed
        }
    }

    /// The stroke and the prediction that were under way may be there or not; what was answered is.
    private void requireAllThere(ServedProcess room, Told told, int kill) throws Exception {
        Set<String> there = new TreeSet<>();
        int columns = room.get("/api/scans/" + drawn).get("planes").get(0).get("columns").asInt();
        for (int slice = SLICE; slice <= SLICE + told.strokes.size() / (COLUMNS * ROWS); slice++) {
            there.addAll(pixels(slice, room.get("/api/scans/" + drawn + "/outline/sagittal/" + slice).get("drawn"), columns));
        }
        assertThat(there).as("after kill " + kill).containsAll(told.strokes);
        Set<String> more = new TreeSet<>(there);
        more.removeAll(told.strokes);
        assertThat(more).as("after kill " + kill).isSubsetOf(told.sent);
        told.strokes.addAll(more);
        JsonNode result = told.result;
        if (result != null) {
            JsonNode kept = room.get("/api/scans/" + predicted + "/prediction");
            if (kept.get("ageYears").asInt() == result.get("ageYears").asInt()) {
                assertThat(kept).as("after kill " + kill).isEqualTo(result);
            } else {
                assertThat(kept.get("ageYears").asInt()).as("the one that was under way, after kill " + kill).isEqualTo(told.asked);
            }
        }
        for (JsonNode scan : room.get("/api/scans")) {
            assertThat(room.send("GET", "/api/scans/" + scan.get("id").asString() + "/slices/sagittal/" + SLICE, new byte[0]).statusCode()).isEqualTo(200);
        }
    }

    /// Of pairs of a first pixel and how many follow it.
    private static Set<String> pixels(int slice, JsonNode runs, int columns) {
        Set<String> pixels = new TreeSet<>();
        for (int n = 0; n < runs.size(); n += 2) {
            for (int pixel = runs.get(n).asInt(); pixel < runs.get(n).asInt() + runs.get(n + 1).asInt(); pixel++) {
                pixels.add(slice + ":" + pixel % columns + "," + pixel / columns);
            }
        }
        return pixels;
    }

    @Test
    void sigtermEndsItWhileAJobRuns() throws Exception {
        try (ServedProcess room = serve()) {
            String scan = room.post("/api/cases/0/open", "").get("id").asString();
            List<JsonNode> jobs = new ArrayList<>();
            for (int n = 0; n < 5; n++) {
                jobs.add(room.post("/api/scans/" + scan + "/prediction", "{\"ageYears\":70,\"sex\":\"F\",\"centre\":null}"));
            }
            while (room.get("/api/jobs/" + jobs.getFirst().get("id").asString()).get("state").asString().equals("waiting")) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            assertThat(room.get("/api/jobs/" + jobs.getLast().get("id").asString()).get("state").asString()).isEqualTo("waiting");
            long begun = System.nanoTime();
            int exit = room.end("TERM", MOST_MILLIS);
            System.out.println("SIGTERM while a job runs: ended after " + (System.nanoTime() - begun) / 1_000_000 + " ms, exit " + exit);
            assertThat(exit).as("its end within " + MOST_MILLIS + " ms: " + room.errors()).isIn(130, 143);
            assertThat(room.errors()).doesNotContain("bug in Trabecula", "\tat ", "fatal error");
        }
    }
}
