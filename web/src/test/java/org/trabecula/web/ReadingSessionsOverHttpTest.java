package org.trabecula.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.trabecula.web.OpenRoom.code;
import static org.trabecula.web.OpenRoom.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.ManifestFile;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.TextTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reading sessions over HTTP: who is drawn, what a reader is told, that answers are final, kept, and found in the manifest's copy.
class ReadingSessionsOverHttpTest {
    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // each test opens it with its own cohort
    private OpenRoom room;

    private void open(Path manifest) throws IOException {
        room = OpenRoom.in(folder.resolve("work"), manifest);
    }

    @AfterEach
    void close() throws IOException {
        if (room != null) {
            assertThat(room.bugs()).isEmpty();
            room.close();
        }
    }

    private JsonNode begin(String kind, String more) throws Exception {
        return json(room.post("/api/readings", "{\"kind\":\"" + kind + "\"" + more + "}"));
    }

    private JsonNode next(String kind) throws Exception {
        return json(room.post("/api/readings/" + kind + "/next", ""));
    }

    private JsonNode call(String kind, int place, String call) throws Exception {
        return json(room.post("/api/readings/" + kind + "/call", sent(place, call)));
    }

    private static String sent(int place, String call) {
        return "{\"place\":" + place + ",\"call\":\"" + call + "\",\"seconds\":4.5}";
    }

    private TextTable copy() {
        return DelimitedText.read(folder.resolve("cases.outlined.csv"));
    }

    /// Cases in the order of a session, from its file.
    private List<String> order(String kind) throws IOException {
        JsonNode kept = JsonMapper.shared().readTree(folder.resolve("cases.readings/" + kind + ".json").toFile());
        List<String> order = new ArrayList<>();
        kept.get("items").forEach(item -> order.add(item.get("caseId").asString()));
        return order;
    }

    private Map<String, String> column(String name) {
        Map<String, String> cells = new HashMap<>();
        for (int row = 0; row < copy().rowCount(); row++) {
            cells.put(copy().cell(row, "case_id"), copy().cell(row, name));
        }
        return cells;
    }

    /// Two readers, five cases: both acute, both chronic, one each way, one that B cannot tell. Kappa of the four that both called is 0:
    /// half agree, as chance would have it. The consensus decides the other three.
    @Test
    void twoReadersLabelBlindlyAndTheirConsensusDecides() throws Exception {
        open(SessionsCohort.in(folder, 4, -1, false, 0));
        begin("labels-reader-a", ",\"seed\":7");
        assertThat(begin("labels-reader-b", "").get("seed").asInt()).isEqualTo(7);
        assertThat(order("labels-reader-b")).containsExactlyInAnyOrderElementsOf(order("labels-reader-a")).isNotEqualTo(order("labels-reader-a"));
        Map<String, String> a = Map.of("secret-0", "positive", "secret-1", "negative", "secret-2", "positive", "secret-3", "negative", "secret-4", "positive");
        Map<String, String> b = Map.of("secret-0", "positive", "secret-1", "negative", "secret-2", "negative", "secret-3", "positive", "secret-4", "cannot tell");
        assertThat(code(room.post("/api/readings", "{\"kind\":\"consensus\"}"))).isEqualTo("WEB-010");
        answer("labels-reader-a", a);
        assertThat(code(room.get("/api/reading-results/labels"))).as("B has not read").isEqualTo("WEB-010");
        answer("labels-reader-b", b);
        assertThat(column("reader_1")).containsEntry("secret-2", "1").containsEntry("secret-3", "0");
        assertThat(column("reader_2")).containsEntry("secret-4", "");
        assertThat(column("outcome")).containsExactlyInAnyOrderEntriesOf(
                Map.of("secret-0", "1", "secret-1", "0", "secret-2", "", "secret-3", "", "secret-4", ""));
        JsonNode labels = json(room.get("/api/reading-results/labels"));
        assertThat(List.of(labels.get("cases").asInt(), labels.get("untoldSecond").asInt(), labels.get("differing").asInt())).isEqualTo(List.of(4, 1, 3));
        assertThat(labels.get("kappa").asDouble()).isEqualTo(0.0, within(1e-15)); // (0.5 − 0.5) / 0.5: one rounding of a quotient

        begin("consensus", "");
        assertThat(order("consensus")).containsExactlyInAnyOrder("secret-2", "secret-3", "secret-4");
        JsonNode first = next("consensus");
        String shown = order("consensus").getFirst();
        assertThat(first.get("others").get(0).asString()).isEqualTo(a.get(shown));
        assertThat(first.get("others").get(1).asString()).isEqualTo(b.get(shown));
        answer("consensus", Map.of("secret-2", "negative", "secret-3", "cannot tell", "secret-4", "positive"));
        assertThat(column("outcome")).containsExactlyInAnyOrderEntriesOf(
                Map.of("secret-0", "1", "secret-1", "0", "secret-2", "0", "secret-3", "", "secret-4", "1"));
        Cohort read = ManifestFile.read(folder.resolve("cases.outlined.csv"), Optional.empty()); // as a study does
        assertThat(read.find("secret-4").outcome()).hasValue(1);
        assertThat(json(room.get("/api/reading-results/labels")).get("resolved").asInt()).isEqualTo(1);
    }

    private void answer(String kind, Map<String, String> calls) throws Exception {
        List<String> order = order(kind);
        for (int place = 0; place < order.size(); place++) {
            blinded(next(kind));
            call(kind, place, calls.getOrDefault(order.get(place), "nothing"));
        }
    }

    /// Neither the answer nor the scan that it opens names the case or the patient, nor shows the first outline.
    private void blinded(JsonNode next) throws Exception {
        assertThat(next.toString()).doesNotContain("secret").doesNotContain("\"P").doesNotContain("acute").doesNotContain("ct-").doesNotContain("mask-");
        assertThat(next.get("scan").get("mask").isNull()).isTrue();
        assertThat(next.get("scan").get("row").isNull()).isTrue();
        assertThat(room.get("/api/scans").body()).asString(StandardCharsets.UTF_8).isEqualTo("[]");
        String id = next.get("scan").get("id").asString();
        assertThat(code(room.post("/api/scans/" + id + "/prediction", "{\"ageYears\":70,\"sex\":\"F\",\"centre\":null}"))).isEqualTo("WEB-010");
    }

    /// The room goes away without a word after each answer, as a killed process does; what was drawn on the case under way is there, too.
    @Test
    void noAnswerIsLostAndNoneCanBeTakenBack() throws Exception {
        open(SessionsCohort.in(folder, 3, -1, false, 0));
        begin("labels-reader-a", "");
        for (int place = 0; place < 4; place++) {
            int here = place;
            next("labels-reader-a");
            assertThat(code(room.post("/api/readings/labels-reader-a/call", sent(place + 1, "positive")))).isEqualTo("WEB-010");
            call("labels-reader-a", place, place % 2 == 0 ? "positive" : "negative");
            assertThat(code(room.post("/api/readings/labels-reader-a/call", sent(place, "negative")))).as("final").isEqualTo("WEB-010");
            try (OpenRoom other = elsewhere()) {
                assertThat(json(other.get("/api/readings/labels-reader-a")).get("answered").asInt()).isEqualTo(here + 1);
            }
        }
        assertThat(code(room.post("/api/readings/labels-reader-a/next", ""))).as("complete").isEqualTo("WEB-010");
        assertThat(code(room.post("/api/readings", "{\"kind\":\"labels-reader-a\"}"))).as("one of a kind").isEqualTo("WEB-010");
        Files.delete(folder.resolve("cases.outlined.csv")); // as if the room had been killed between the two files
        try (OpenRoom again = OpenRoom.in(folder.resolve("work-2"), folder.resolve("cases.csv"))) {
            assertThat(again.bugs()).isEmpty();
        }
        assertThat(column("reader_1").values()).containsOnly("1", "0");
    }

    private OpenRoom elsewhere() throws IOException {
        Path copy = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-copy-" + System.nanoTime()));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = copy.resolve(folder.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        return OpenRoom.in(copy.resolve("work"), copy.resolve("cases.csv"));
    }

    /// Of eight patients five train. Three are drawn, all with the same seed; the other reader has the same ones.
    @Test
    void secondOutlinesAreDrawnFromTrainingPatientsWithASeed() throws Exception {
        open(SessionsCohort.in(folder, 8, 3, true, 30));
        JsonNode begun = begin("outline-other-reader", ",\"patients\":3,\"seed\":11");
        assertThat(begun.get("patients").asInt()).isEqualTo(3);
        assertThat(begun.get("drawn").asString()).contains("3 of 5 patients at random").contains("training part by the column split");
        assertThat(order("outline-other-reader")).isSubsetOf("secret-0", "secret-1", "secret-2", "secret-3", "secret-4");
        begin("outline-same-reader", ",\"patients\":5,\"seed\":12");
        assertThat(new TreeSet<>(order("outline-same-reader"))).isEqualTo(new TreeSet<>(order("outline-other-reader")));
        assertThat(code(room.post("/api/readings", "{\"kind\":\"doctor\",\"patients\":0}"))).isEqualTo("WEB-006");
        assertThat(code(room.post("/api/readings", "{\"kind\":\"nobody\"}"))).isEqualTo("WEB-006");
        assertThat(code(room.post("/api/readings", "{}"))).isEqualTo("WEB-006");
        assertThat(code(room.get("/api/readings/nobody"))).isEqualTo("WEB-006");
    }

    @Test
    void withoutASplitItIsSaidWhomTheDrawMayHit() throws Exception {
        open(SessionsCohort.in(folder, 3, -1, true, 30));
        assertThat(begin("outline-other-reader", ",\"patients\":2").get("drawn").asString()).contains("no column split");
        JsonNode doctor = begin("doctor", "");
        assertThat(doctor.get("drawn").asString()).contains("the model may have learned from some");
        assertThat(doctor.get("withModel").asBoolean()).isFalse();
    }

    /// Outlines of ten days ago, a pause of fourteen: the day is told and enforced. Somebody waives it, and that is kept.
    @Test
    void theSameReaderWaitsForThePauseUnlessItIsWaived() throws Exception {
        open(SessionsCohort.in(folder, 3, -1, false, 10));
        JsonNode begun = begin("outline-same-reader", "");
        assertThat(begun.get("earliest").asString()).isEqualTo(LocalDate.now().plusDays(4).toString());
        assertThat(begun.get("waits").asBoolean()).isTrue();
        assertThat(code(room.post("/api/readings/outline-same-reader/next", ""))).isEqualTo("WEB-010");
        JsonNode waived = json(room.post("/api/readings/outline-same-reader/without-pause", ""));
        assertThat(waived.get("waived").asString()).isEqualTo(LocalDate.now().toString());
        JsonNode next = next("outline-same-reader");
        // the block's middle voxel: (6 + 17) / 2 = 11 of 24; from the right, from the front, from the feet
        assertThat(List.of(next.get("centre").get(0).asInt(), next.get("centre").get(1).asInt(), next.get("centre").get(2).asInt()))
                .isEqualTo(List.of(11, 11, 11));
        draw(next, true);
        json(room.post("/api/readings/outline-same-reader/outline", "{\"place\":0}"));
        JsonNode kept = JsonMapper.shared().readTree(folder.resolve("cases.readings/outline-same-reader.json").toFile());
        assertThat(kept.get("items").get(0).get("outline").get("daysAfterFirst").asInt()).isEqualTo(10);
        assertThat(kept.get("withoutPause").asString()).isEqualTo(LocalDate.now().toString());
    }

    /// Draws the block anew: exactly, or without its last sagittal slice.
    private void draw(JsonNode next, boolean exactly) throws Exception {
        String outline = "/api/scans/" + next.get("scan").get("id").asString() + "/outline/";
        double from = SessionsCohort.FROM - 0.5;
        double to = SessionsCohort.TO + 0.5;
        // rows count from the head: k from FROM to TO are rows 23 − TO … 23 − FROM
        double top = SessionsCohort.SIDE - 1 - SessionsCohort.TO - 0.5;
        double bottom = SessionsCohort.SIDE - 1 - SessionsCohort.FROM + 0.5;
        String square = from + "," + top + "," + to + "," + top + "," + to + "," + bottom + "," + from + "," + bottom;
        for (int slice = SessionsCohort.FROM; slice <= (exactly ? SessionsCohort.TO : SessionsCohort.TO - 1); slice++) {
            json(room.post(outline + "strokes",
                    "{\"plane\":\"sagittal\",\"slice\":" + slice + ",\"tool\":\"POLYGON\",\"points\":[" + square + "],\"radiusMm\":0}"));
        }
    }

    /// The same reader draws every block exactly again, the other one leaves one slice of twelve out: Dice 2·11/23. Features of equal
    /// outlines are equal, so every ICC that exists is 1. The manifest's copy is read as a study reads it, label 20 and all.
    @Test
    void secondOutlinesFillTheManifestAndTheirAgreementIsTold() throws Exception {
        open(SessionsCohort.in(folder, 3, -1, true, 30));
        for (String kind : List.of("outline-same-reader", "outline-other-reader")) {
            begin(kind, "");
            assertThat(code(room.get("/api/reading-results/icc"))).isEqualTo("WEB-010");
            for (int place = 0; place < 4; place++) {
                JsonNode next = next(kind);
                blinded(next);
                assertThat(code(room.post("/api/readings/" + kind + "/outline", "{\"place\":" + place + "}"))).as("nothing drawn").isEqualTo("WEB-010");
                draw(next, kind.equals("outline-same-reader"));
                assertThat(json(room.post("/api/readings/" + kind + "/outline", "{\"place\":" + place + "}")).get("answered").asInt()).isEqualTo(place + 1);
            }
        }
        Cohort read = ManifestFile.read(folder.resolve("cases.outlined.csv"), Optional.empty());
        assertThat(read.cases()).allSatisfy(one -> assertThat(one.maskIntra().orElseThrow()).exists().isNotEqualTo(one.maskInter().orElseThrow()));

        JsonNode job = json(room.post("/api/reading-results/icc", ""));
        room.get("/api/jobs/" + job.get("id").asString() + "/events"); // ends with the job
        JsonNode icc = json(room.get("/api/reading-results/icc"));
        assertThat(icc.get("form").asString()).isEqualTo("ICC(2,1)");
        JsonNode same = icc.get("comparisons").get(0);
        JsonNode other = icc.get("comparisons").get(1);
        assertThat(List.of(same.get("cases").asInt(), other.get("cases").asInt(), icc.get("failures").asInt())).isEqualTo(List.of(4, 4, 0));
        assertThat(same.get("medianDice").asDouble()).isEqualTo(1.0);
        assertThat(other.get("medianDice").asDouble()).isEqualTo(22.0 / 23, within(1e-15)); // one quotient
        int features = icc.get("features").asInt();
        assertThat(features).isEqualTo(1648);
        assertThat(same.get("over90").asInt() + same.get("undefined").asInt()).isEqualTo(features);
        assertThat(same.get("over90").asInt()).isGreaterThan(1000);
        assertThat(other.get("over90").asInt()).isLessThan(same.get("over90").asInt());
        assertThat(other.get("over75").asInt()).isGreaterThanOrEqualTo(other.get("over90").asInt());
        TextTable all = DelimitedText.read(folder.resolve("cases.readings/icc.csv"));
        assertThat(all.rowCount()).isEqualTo(features);
        assertThat(all.header()).containsExactly(
                "feature", "same_reader_icc", "same_reader_lower", "same_reader_upper", "other_reader_icc", "other_reader_lower", "other_reader_upper", "kept");
        assertThat(all.column("kept").stream().filter("yes"::equals).count()).isEqualTo(icc.get("kept").asLong());
        assertThat(room.get("/api/reading-results/icc.csv").statusCode()).isEqualTo(200);
    }

    /// Four cases of known outcome, 1 0 1 0, in a room without a model: called 1 0 0 0. Two of the test part are read.
    @Test
    void aDoctorReadsTheTestPartAndIsHeldAgainstTheOutcomes() throws Exception {
        open(SessionsCohort.in(folder, 4, 2, true, 0));
        begin("doctor", "");
        assertThat(order("doctor")).containsExactlyInAnyOrder("secret-2", "secret-3", "secret-4");
        assertThat(code(room.post("/api/readings/doctor/call", sent(0, "cannot tell")))).isEqualTo("WEB-006");
        assertThat(code(room.post("/api/readings/doctor/model", "{\"place\":0}"))).isEqualTo("WEB-010");
        answer("doctor", Map.of("secret-2", "positive", "secret-3", "positive", "secret-4", "negative")); // they are 1, 0, 1
        assertThat(column("doctor")).containsEntry("secret-2", "1").containsEntry("secret-4", "0").containsEntry("secret-0", "");
        JsonNode found = json(room.get("/api/reading-results/doctor"));
        JsonNode alone = found.get("alone");
        assertThat(List.of(alone.get("tp").asInt(), alone.get("fp").asInt(), alone.get("fn").asInt(), alone.get("tn").asInt())).isEqualTo(List.of(1, 1, 1, 0));
        assertThat(alone.get("accuracy").get("value").asDouble()).isEqualTo(1.0 / 3);
        assertThat(found.get("withModel").get("cases").asInt()).isZero();
        assertThat(found.get("p").isNull()).isTrue();
    }

    /// Names would be words that nobody typed: what is on disk holds roles, case ids and files alone.
    @Test
    void whatIsKeptNamesRolesAlone() throws Exception {
        open(SessionsCohort.in(folder, 3, -1, false, 0));
        begin("labels-reader-a", "");
        call("labels-reader-a", 0, "positive");
        assertThat(Files.readString(folder.resolve("cases.readings/labels-reader-a.json"))).doesNotContain("\"P").doesNotContain("patient_id");
        try (Stream<Path> files = Files.list(folder.resolve("cases.readings"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("labels-reader-a.json");
        }
    }
}
