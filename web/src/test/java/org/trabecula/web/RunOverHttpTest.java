package org.trabecula.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trabecula.web.OpenRoom.code;
import static org.trabecula.web.OpenRoom.json;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.TextTable;
import org.trabecula.web.run.StudyFolder;
import tools.jackson.databind.JsonNode;

/// A finished study over HTTP: a real one, of a small table of features without images.
class RunOverHttpTest {
    @TempDir
    static Path studied;

    private static StudyFolder run;

    @TempDir
    Path folder;

    private OpenRoom room;

    @BeforeAll
    static void study() throws IOException {
        run = StudiedTable.in(studied);
    }

    @BeforeEach
    void open() throws IOException {
        room = OpenRoom.of(run, folder.resolve("work"));
    }

    @AfterEach
    void close() throws IOException {
        assertThat(room.bugs()).isEmpty();
        room.close();
    }

    @Test
    void theStudyIsTold() throws Exception {
        assertThat(json(room.get("/api/room")).get("hasStudy").asBoolean()).isTrue();
        JsonNode run = json(room.get("/api/run"));
        assertThat(run.get("title").asString()).isEqualTo("run");
        assertThat(run.get("preset").asString()).isEqualTo("paper");
        assertThat(run.get("train").asInt() + run.get("test").asInt()).isEqualTo(StudiedTable.PATIENTS);
        JsonNode first = json(room.get("/api/run/cases")).get(0);
        assertThat(first.get("level").asString()).matches("L[12]");
        assertThat(first.get("hasCrop").asBoolean()).isFalse();
        assertThat(code(room.get("/api/run/cases/0/crop.png"))).isEqualTo("WEB-004");
    }

    /// Test cases are called as the evaluation called them. Of cross-fitted cases none is called otherwise: the report's counts are those here
    /// and some of those that are left open.
    @Test
    void theCallsAreThoseOfTheEvaluation() throws Exception {
        Map<String, int[]> counts = new HashMap<>();
        for (JsonNode one : json(room.get("/api/run/cases"))) {
            for (JsonNode score : one.get("scores")) {
                int[] of = counts.computeIfAbsent(score.get("model").asString() + " " + score.get("kind").asString(), _ -> new int[5]);
                boolean isCase = one.get("outcome").asString().endsWith(" 1");
                if (score.get("right").isNull()) {
                    of[4]++;
                } else {
                    of[(isCase ? 0 : 2) + (score.get("right").asBoolean() ? 0 : 1)]++;
                }
            }
        }
        TextTable confusion = DelimitedText.read(run.folder().resolve("confusion.csv"));
        assertThat(confusion.rowCount()).isGreaterThan(3);
        for (int row = 0; row < confusion.rowCount(); row++) {
            String kind = confusion.cell(row, "kind");
            String name = confusion.cell(row, "model") + " " + kind;
            int[] here = counts.getOrDefault(name, new int[5]);
            int[] there = {count(confusion, row, "tp"), count(confusion, row, "fn"), count(confusion, row, "tn"), count(confusion, row, "fp")};
            int open = 0;
            for (int n = 0; n < there.length; n++) {
                assertThat(here[n]).as(name).isLessThanOrEqualTo(there[n]);
                open += there[n] - here[n];
            }
            assertThat(open).as(name).isEqualTo(here[4]);
            if (kind.equals("test")) {
                assertThat(open).as(name).isZero();
            } else if (kind.equals("in-sample")) {
                assertThat(here[0] + here[1] + here[2] + here[3]).as(name).isZero();
            }
        }
    }

    private static int count(TextTable confusion, int row, String column) {
        return Integer.parseInt(confusion.cell(row, column));
    }

    @Test
    void theReportIsKeptApart() throws Exception {
        String address = json(room.get("/api/run")).get("report").asString();
        HttpResponse<byte[]> report = room.get(address);
        assertThat(report.statusCode()).isEqualTo(200);
        assertThat(report.body()).isEqualTo(Files.readAllBytes(run.folder().resolve("report.html")));
        assertThat(report.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        String policy = report.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy).startsWith("sandbox allow-scripts allow-popups").contains("default-src 'none'")
                .doesNotContain("allow-same-origin").doesNotContain("'self'").doesNotContain("connect-src");
        assertThat(report.headers().firstValue("Cross-Origin-Opener-Policy")).isEmpty();
        assertThat(report.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        // what a script in it would send: its origin is nobody's
        assertThat(code(room.send(room.request("/api/run").header("Origin", "null")))).isEqualTo("WEB-002");
        for (String other : List.of("/", "/api/run", "/api/run/cases")) {
            assertThat(room.get(other).headers().firstValue("Content-Security-Policy").orElseThrow()).as(other).doesNotContain("unsafe");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/api/run/run.json", "/api/run/model.trabecula", "/api/run/..%2Fcases.csv", "/api/run/cases/..%2F..%2Frun.json/crop.png",
        "/api/run/cases/0/run.json", "/api/run/cases/999999/crop.png", "/api/run/cases/-1/crop.png", "/api/run/cases/0%2F../crop.png",
        "/api/run/cases/%2Fetc%2Fpasswd/crop.png", "/api/run/report.html/..%2Frun.json"})
    void noAddressNamesAFile(String address) throws Exception {
        assertThat(room.get(address).statusCode()).isIn(400, 404);
    }

    @Test
    void aRoomWithoutAStudySaysSo() throws Exception {
        try (OpenRoom empty = OpenRoom.in(folder.resolve("empty"))) {
            assertThat(json(empty.get("/api/room")).get("hasStudy").asBoolean()).isFalse();
            for (String address : List.of("/api/run", "/api/run/cases", "/api/run/cases/0/crop.png", "/api/run/report.html")) {
                assertThat(code(empty.get(address))).as(address).isEqualTo("WEB-010");
            }
        }
    }
}
