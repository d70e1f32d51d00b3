package org.trabecula.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trabecula.web.OpenRoom.code;
import static org.trabecula.web.OpenRoom.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What nobody used for longer than the limit, a day in these rooms, is removed when the room is opened; what is used stays whole.
class RemovalByAgeTest {
    private static final Duration LONG = Duration.ofDays(1).plusMinutes(1);
    private static final Duration SHORT = Duration.ofDays(1).minusMinutes(5);

    @TempDir
    Path folder;

    @Test
    void whatIsOlderThanTheLimitGoesAndWhatIsInUseStays() throws Exception {
        String used;
        String young;
        String old;
        String begun;
        try (OpenRoom room = OpenRoom.in(folder.resolve("work"))) {
            used = scan(room, "used");
            young = scan(room, "young");
            old = scan(room, "old");
            begun = json(room.post("/api/uploads", "")).get("upload").asString();
            String left = room.upload("left.nii.gz", new byte[100]);
            lastUsed("scans/" + young, SHORT);
            lastUsed("scans/" + old, LONG);
            lastUsed("uploads/" + left, LONG);
            for (Path upload : uploads()) { // also those of scans that are used: their own age means nothing
                if (!upload.getFileName().toString().equals(begun)) {
                    lastUsed("uploads/" + upload.getFileName(), LONG);
                }
            }
            assertThat(uploads()).hasSize(5);
        }
        try (OpenRoom room = OpenRoom.in(folder.resolve("work"))) {
            assertThat(code(room.get("/api/scans/" + old))).isEqualTo("WEB-004");
            assertThat(folder.resolve("work/scans/" + old)).doesNotExist();
            assertThat(uploads()).as("those of two scans, and one that was begun today").hasSize(3).contains(folder.resolve("work/uploads/" + begun));
            for (String kept : List.of(used, young)) {
                assertThat(room.get("/api/scans/" + kept + "/slices/axial/1").statusCode()).isEqualTo(200);
            }
            assertThat(room.bugs()).isEmpty();
        }
    }

    /// Asking for a scan is a use of it.
    @Test
    void aScanThatIsLookedAtIsYoungAgain() throws Exception {
        String scan;
        try (OpenRoom room = OpenRoom.in(folder.resolve("work"))) {
            scan = scan(room, "looked at");
            lastUsed("scans/" + scan, LONG);
            json(room.get("/api/scans/" + scan));
        }
        try (OpenRoom room = OpenRoom.in(folder.resolve("work"))) {
            json(room.get("/api/scans/" + scan));
        }
    }

    private String scan(OpenRoom room, String title) throws Exception {
        String upload = room.upload("ct.nii.gz", TestScan.nifti(TestScan.straight(), folder));
        return json(room.post("/api/scans", "{\"upload\":\"" + upload + "\",\"title\":\"" + title + "\"}")).get("id").asString();
    }

    private List<Path> uploads() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("work/uploads"))) {
            return all.toList();
        }
    }

    private void lastUsed(String what, Duration ago) throws IOException {
        Files.setLastModifiedTime(folder.resolve("work").resolve(what), FileTime.from(Instant.now().minus(ago)));
    }
}
