package org.trabecula.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trabecula.web.OpenRoom.json;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.image.Grid;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;

/// Fifty people at once. Prints a table of times, as the clients see them, who share the processors with the room.
///
/// `-Dtrabecula.load.seconds=N` measures for so long.
@Tag("slow")
class RoomUnderLoadTest {
    private static final int CLIENTS = 50;
    private static final int SECONDS = Integer.getInteger("trabecula.load.seconds", 20);
    private static final int PREDICTIONS = 8;
    /// Between an answer and the next request of the same person.
    private static final int PAUSE_MILLIS = 400;
    /// The handbook's table is of a quiet machine, where pages stay below 300 ms; this is for one that runs other tests beside.
    private static final double MOST_MILLIS = 1_000;
    private static final int COLUMNS = 512;
    private static final int SLICES = 100;

    @TempDir
    Path folder;

    /// What a client asks for.
    private enum Kind {
        PAGE, API, SLICE, OUTLINE, STROKE, IMAGE
    }

    /// How long the answers took.
    private static final class Times {
        private final Map<Kind, List<Double>> millis = new EnumMap<>(Kind.class);

        private synchronized void add(Kind kind, double took) {
            millis.computeIfAbsent(kind, _ -> new ArrayList<>()).add(took);
        }

        private double quantile(Kind kind, double part) {
            List<Double> sorted = millis.getOrDefault(kind, List.of()).stream().sorted().toList();
            return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(part * sorted.size())));
        }

        private String table() {
            StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-8s %8s %9s %8s %8s%n", "", "requests", "median ms", "p95 ms", "most ms"));
            for (Kind kind : millis.keySet()) {
                text.append(String.format(
                        Locale.ROOT, "%-8s %8d %9.1f %8.1f %8.1f%n", kind.name().toLowerCase(Locale.ROOT), millis.get(kind).size(),
                        quantile(kind, 0.5), quantile(kind, 0.95), quantile(kind, 1)));
            }
            return text.toString();
        }
    }

    /// A person with a scan on the screen.
    private static final class Client {
        private static final List<String> PAGES = List.of("/", "/room.js", "/room.css", "/viewer.js", "/outline.js", "/prediction.js", "/icon.svg");
        private static final List<String> API = List.of("/api/room", "/api/cases", "/api/scans", "/api/run/cases");

        private final OpenRoom room;
        private final HttpClient http;
        private final String small;
        private final String large;
        private final SplittableRandom random;

        private Client(OpenRoom room, HttpClient http, String small, String large, int seed) {
            this.room = room;
            this.http = http;
            this.small = small;
            this.large = large;
            this.random = new SplittableRandom(seed);
        }

        private Void work(Times times, long until) throws IOException, InterruptedException {
            while (System.nanoTime() < until) {
                int dice = random.nextInt(200);
                Kind kind = dice == 0 ? Kind.IMAGE : dice < 50 ? Kind.PAGE : dice < 90 ? Kind.API : dice < 150 ? Kind.SLICE : dice < 180 ? Kind.OUTLINE : Kind.STROKE;
                HttpRequest request = request(kind);
                long begun = System.nanoTime();
                int status = http.send(request, BodyHandlers.ofByteArray()).statusCode();
                times.add(kind, (System.nanoTime() - begun) / 1e6);
                assertThat(status).as(request.uri().getPath()).isEqualTo(200);
                Thread.sleep(random.nextInt(2 * PAUSE_MILLIS));
            }
            return null;
        }

        private HttpRequest request(Kind kind) {
            return switch (kind) {
                case PAGE -> get(PAGES.get(random.nextInt(PAGES.size())));
                case API -> get(API.get(random.nextInt(API.size())));
                case SLICE -> get("/api/scans/" + large + "/slices/" + (random.nextBoolean() ? "axial/" + random.nextInt(SLICES) : "sagittal/" + random.nextInt(COLUMNS)));
                case OUTLINE -> get("/api/scans/" + small + "/outline/sagittal/" + random.nextInt(100));
                case IMAGE -> get("/api/scans/" + large + "/image.nii");
                case STROKE -> room.request("/api/scans/" + large + "/outline/strokes").header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(String.format(
                                Locale.ROOT, "{\"plane\":\"sagittal\",\"slice\":%d,\"tool\":\"PEN\",\"points\":[%d,40, %d,60],\"radiusMm\":2}",
                                250 + random.nextInt(12), 200 + random.nextInt(50), 200 + random.nextInt(50)))).build();
            };
        }

        private HttpRequest get(String path) {
            return room.request(path).build();
        }
    }

    @Test
    void fiftyPeopleAreAnswered() throws Exception {
        try (OpenRoom room = OpenRoom.withUsualLimits(StudiedImages.in(folder.resolve("study")), folder.resolve("work"))) {
            String small = room.scan("ct.nii.gz", Files.readAllBytes(Reference.best("ct/abdomen-3mm/ct.nii.gz"))).get("id").asString();
            room.takeMask(small, "labels.nii.gz", Files.readAllBytes(Reference.best("ct/abdomen-3mm/labels.nii.gz")), "29"); // L3
            String large = room.scan("large.nii.gz", TestScan.nifti(noise(), folder)).get("id").asString();
            Times quiet = clients(room, small, large, 3);
            System.out.println("warming up:\n" + quiet.table());

            Times alone = clients(room, small, large, SECONDS);
            List<JsonNode> jobs = new ArrayList<>();
            for (int n = 0; n < PREDICTIONS; n++) {
                jobs.add(json(room.post("/api/scans/" + small + "/prediction", "{\"ageYears\":70,\"sex\":\"F\",\"centre\":null}")));
            }
            assertThat(jobs.getLast().get("position").asInt()).as("its place in the queue").isBetween(PREDICTIONS - 2, PREDICTIONS);
            Future<String> places = places(room, jobs.getLast());
            Times beside = clients(room, small, large, SECONDS);
            System.out.println(CLIENTS + " people, each " + PAUSE_MILLIS + " ms in the mean between two requests, on a machine of "
                    + Runtime.getRuntime().availableProcessors() + " processors:\n" + alone.table() + "with " + PREDICTIONS + " predictions in the queue:\n" + beside.table());
            String told = places.get();
            System.out.println("places of the last one, as it was told them: " + told);
            assertThat(told).matches("[67](,[1-6])*,0"); // it came nearer and was done; places may be passed between two messages
            for (JsonNode job : jobs) {
                assertThat(room.ended(job).get("state").asString()).isEqualTo("done");
            }
            assertThat(alone.quantile(Kind.PAGE, 0.95)).as("p95 of pages").isLessThan(MOST_MILLIS);
            assertThat(room.bugs()).isEmpty();
        }
    }

    private static Times clients(OpenRoom room, String small, String large, int seconds) throws Exception {
        Times times = new Times();
        try (HttpClient http = HttpClient.newHttpClient(); ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            long until = System.nanoTime() + seconds * 1_000_000_000L;
            List<Future<Void>> ends = new ArrayList<>();
            for (int n = 0; n < CLIENTS; n++) {
                Client client = new Client(room, http, small, large, n);
                ends.add(people.submit(() -> client.work(times, until)));
            }
            for (Future<Void> end : ends) {
                end.get();
            }
        }
        return times;
    }

    /// The positions that a job's events tell, each once.
    private static Future<String> places(OpenRoom room, JsonNode job) {
        return Executors.newVirtualThreadPerTaskExecutor().submit(() -> {
            String events = new String(room.get("/api/jobs/" + job.get("id").asString() + "/events").body(), StandardCharsets.UTF_8);
            List<String> places = new ArrayList<>();
            Matcher place = Pattern.compile("\"position\":(\\d+)").matcher(events);
            while (place.find()) {
                if (places.isEmpty() || !places.getLast().equals(place.group(1))) {
                    places.add(place.group(1));
                }
            }
            return String.join(",", places);
        });
    }

    /// As large as a CT of a spine, and as hard to compress as a noisy one.
    private static Volume noise() {
        SplittableRandom random = new SplittableRandom(1);
        short[] hu = new short[COLUMNS * COLUMNS * SLICES];
        for (int n = 0; n < hu.length; n++) {
            hu[n] = (short) (40 + random.nextInt(-60, 60));
        }
        return Volume.ofShorts(Grid.axisAligned(new Size(COLUMNS, COLUMNS, SLICES), new Spacing(0.7, 0.7, 2.5)), hu);
    }
}
