package org.trabecula.web.nonsense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trabecula.web.OpenRoom.json;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.web.OpenRoom;
import org.trabecula.web.TestScan;

/// Thousands of malformed requests and uploads leave the room as it was: nothing is a bug, nothing is told of its inside, memory, connections
/// and files do not grow, and a request that is right is answered. `-Dtrabecula.nonsense.seed=N` sends others.
class NonsenseTest {
    private static final int SEED = Integer.getInteger("trabecula.nonsense.seed", 1);
    /// Of every ten, so many are files.
    private static final int UPLOADS_OF_TEN = 3;
    private static final int LONGEST_WAIT_MILLIS = 20_000;
    /// What is said under these is stated: a full queue (WEB-008), and a Transfer-Encoding that Java's server does not know.
    private static final List<Integer> STATED = List.of(501, 503);
    private static final Pattern INSIDE = Pattern.compile("\\sat [\\w.$/]+\\(|\\.java:\\d|Exception|org\\.trabecula|java\\.(lang|util|io)\\b|tools\\.jackson");
    /// Java's own server says so before the room hears of a request; it tells nothing of the room.
    private static final String OF_JAVA = "</h1>(URISyntaxException|NumberFormatException) thrown";
    private static final int MOST_MEGABYTES_MORE = 64;
    private static final int MOST_FILES_MORE = 64;

    @TempDir
    Path folder;

    private OpenRoom room;
    private String scan;

    @BeforeEach
    void open() throws Exception {
        room = OpenRoom.in(folder.resolve("work"));
        scan = room.scan("ct.nii.gz", TestScan.nifti(TestScan.straight(), folder)).get("id").asString();
    }

    @AfterEach
    void close() throws IOException {
        room.close();
    }

    @Test
    void aThousandMalformedRequestsAndUploadsLeaveTheRoomAsItWas() throws Exception {
        bear(1_000);
    }

    @Test
    @Tag("slow")
    void tenThousandMalformedRequestsAndUploadsLeaveTheRoomAsItWas() throws Exception {
        bear(10_000);
    }

    private void bear(int count) throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        MalformedUpload.Sources sources = MalformedUpload.Sources.in(folder);
        Map<Object, Map<Integer, Integer>> answers = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        bear(random, sources, count / 10, answers); // what is loaded and cached once is there before anything is measured
        long memory = usedMegabytes();
        long handles = openFiles();
        bear(random, sources, count - count / 10, answers);
        assertThat(usedMegabytes() - memory).as("megabytes more than before").isLessThan(MOST_MEGABYTES_MORE);
        assertThat(openFiles() - handles).as("open files and connections more than before").isLessThan(MOST_FILES_MORE);
        answers.forEach((kind, statuses) -> System.out.println(kind + " " + statuses));
        assertThat(answers).as("every kind was sent").hasSize(MalformedRequest.Kind.values().length + 1);
        assertThat(room.bugs()).isEmpty();
        isHealthy();
    }

    private void bear(SplittableRandom random, MalformedUpload.Sources sources, int count, Map<Object, Map<Integer, Integer>> answers) throws Exception {
        String host = room.address().getAuthority();
        for (int n = 0; n < count; n++) {
            if (random.nextInt(10) < UPLOADS_OF_TEN) {
                MalformedUpload file = MalformedUpload.next(random, sources);
                answers.computeIfAbsent("UPLOAD", _ -> new TreeMap<>()).merge(upload(file), 1, Integer::sum);
            } else {
                MalformedRequest request = MalformedRequest.next(random, host, scan);
                byte[] answer = send(request);
                answers.computeIfAbsent(request.kind(), _ -> new TreeMap<>()).merge(requireHarmless(answer, request), 1, Integer::sum);
            }
            assertThat(room.bugs()).as("number " + n).isEmpty();
        }
    }

    /// Sends all of it, ends its own direction, and reads to the end.
    private byte[] send(MalformedRequest request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), room.address().getPort())) {
            socket.setSoTimeout(LONGEST_WAIT_MILLIS);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(request.bytes());
                socket.shutdownOutput();
            } catch (IOException e) {
                // it was refused before it was sent to its end
            }
            try {
                InputStream in = socket.getInputStream();
                in.transferTo(answer);
            } catch (SocketTimeoutException e) {
                throw new AssertionError("no answer and no end within " + LONGEST_WAIT_MILLIS + " ms: " + request, e);
            } catch (IOException e) {
                // the connection was cut: an answer too
            }
            return answer.toByteArray();
        }
    }

    /// The status of the first answer; 0 where the connection was closed without one.
    private static int requireHarmless(byte[] answer, Object request) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        if (text.isEmpty()) {
            return 0;
        }
        assertThat(text).as("an answer to " + request).startsWith("HTTP/1.1 ");
        int status = Integer.parseInt(text.substring(9, 12));
        requireHarmless(status, text, request);
        return status;
    }

    private static void requireHarmless(int status, String body, Object request) {
        assertThat(status < 500 || STATED.contains(status)).as(status + " for " + request).isTrue();
        assertThat(INSIDE.matcher(body.replaceAll(OF_JAVA, "")).results().map(MatchResult::group))
                .as("of the room's inside, for " + request + ": " + body).isEmpty();
    }

    /// Uploads a file, opens it as a scan, takes it as a mask, and removes it; the status of opening it, or of what was refused before.
    private int upload(MalformedUpload file) throws Exception {
        String upload = json(room.post("/api/uploads", "")).get("upload").asString();
        HttpResponse<byte[]> put = room.put("/api/uploads/" + upload + "/files?name=" + URLEncoder.encode(file.name(), StandardCharsets.UTF_8), file.bytes());
        int status = harmless(put, file);
        if (status == 200) {
            harmless(room.post("/api/scans/" + scan + "/labels", "{\"upload\":\"" + upload + "\",\"label\":null}"), file);
            HttpResponse<byte[]> opened = room.post("/api/scans", "{\"upload\":\"" + upload + "\",\"title\":\"nonsense\"}");
            status = harmless(opened, file);
            if (status == 200) {
                String id = json(opened).get("id").asString();
                harmless(room.get("/api/scans/" + id + "/slices/axial/0"), file);
                assertThat(room.delete("/api/scans/" + id).statusCode()).isEqualTo(204);
            }
        }
        room.delete("/api/uploads/" + upload);
        return status;
    }

    private static int harmless(HttpResponse<byte[]> answer, Object request) {
        String body = answer.headers().firstValue("Content-Type").orElse("").startsWith("image/") ? "" : new String(answer.body(), StandardCharsets.UTF_8);
        requireHarmless(answer.statusCode(), body, request);
        return answer.statusCode();
    }

    /// A page, a scan that is opened, drawn on and closed; and no file is left of anything else.
    private void isHealthy() throws Exception {
        assertThat(room.get("/").statusCode()).isEqualTo(200);
        String other = room.scan("ct.nii.gz", TestScan.nifti(TestScan.straight(), folder)).get("id").asString();
        json(room.post(
                "/api/scans/" + other + "/outline/strokes",
                "{\"plane\":\"sagittal\",\"slice\":2,\"tool\":\"POLYGON\",\"points\":[0.5,0.5, 3.5,0.5, 3.5,2.5, 0.5,2.5],\"radiusMm\":0}"));
        assertThat(room.delete("/api/scans/" + other).statusCode()).isEqualTo(204);
        assertThat(json(room.get("/api/scans")).size()).isEqualTo(1);
        try (Stream<Path> left = Files.list(folder.resolve("work/scans"))) {
            assertThat(left.map(file -> file.getFileName().toString())).containsExactly(scan);
        }
    }

    /// Hundreds who begin a request and do not go on keep nobody else out.
    @Test
    void whoeverDribblesKeepsNobodyOut() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int n = 0; n < 300; n++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), room.address().getPort());
                slow.add(socket);
                String begun = "POST /api/scans HTTP/1.1\r\nHost: " + room.address().getAuthority() + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";
                socket.getOutputStream().write(begun.substring(0, n % (begun.length() + 1)).getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
            for (int n = 0; n < 20; n++) {
                for (Socket socket : slow.subList(15 * n, 15 * n + 15)) {
                    socket.getOutputStream().write(' ');
                }
                assertThat(room.get("/api/room").statusCode()).isEqualTo(200);
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        isHealthy();
        assertThat(room.bugs()).isEmpty();
    }

    private static long usedMegabytes() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int n = 0; n < 3; n++) {
            System.gc();
            Thread.sleep(50);
            least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
        }
        return least;
    }

    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix ? unix.getOpenFileDescriptorCount() : 0;
    }
}
