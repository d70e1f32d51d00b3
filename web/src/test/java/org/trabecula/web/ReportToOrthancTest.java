package org.trabecula.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.trabecula.web.OpenRoom.code;
import static org.trabecula.web.OpenRoom.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.core.Progress;
import org.trabecula.dicom.dataset.DataSet;
import org.trabecula.dicom.dataset.DicomFile;
import org.trabecula.dicom.dataset.DicomSource;
import org.trabecula.dicom.dataset.Tag;
import org.trabecula.dicom.web.Pacs;
import org.trabecula.dicom.web.PacsLimits;
import org.trabecula.dicom.web.PacsLogin;
import org.trabecula.dicom.web.PacsSeries;
import org.trabecula.testkit.Orthanc;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A result goes to a real PACS and comes back from there; skipped where Orthanc is not installed.
@org.junit.jupiter.api.Tag("slow") // dataset.Tag is the other one
class ReportToOrthancTest {
    private static final PacsLogin LOGIN = new PacsLogin.Password(Orthanc.USER, Orthanc.PASSWORD);
    private static final String SQUARE =
            "{\"plane\":\"sagittal\",\"slice\":%d,\"tool\":\"POLYGON\",\"points\":[3.5,1.5, 12.5,1.5, 12.5,9.5, 3.5,9.5],\"radiusMm\":0}";

    @TempDir
    Path folder;

    /// A made CT series of 12 images, written by pydicom.
    private static List<Path> images() throws IOException {
        try (Stream<Path> all = Files.list(Reference.core("dicom/ct-series/base"))) {
            return all.filter(file -> !file.toString().endsWith(".json")).sorted().toList();
        }
    }

    @Test
    void aResultIsFiledBesideItsImagesAndReadBack() throws Exception {
        Optional<Orthanc> orthanc = Orthanc.start(folder.resolve("orthanc"));
        assumeTrue(orthanc.isPresent(), "Debian's orthanc and orthanc-dicomweb are not installed");
        try (Orthanc running = orthanc.get(); Pacs pacs = Pacs.at(running.root(), LOGIN, PacsLimits.USUAL)) {
            for (Path image : images()) {
                pacs.store(image);
            }
            JsonNode prediction = sent(running);
            PacsSeries ct = pacs.ctSeries(Optional.empty()).series().getFirst();
            List<Path> files = back(running, pacs, ct.studyUid());
            for (Path file : files) {
                DataSet data = DicomFile.open(DicomSource.of(file), Set.of(Tag.PATIENT_NAME)).orRefuse().data();
                assertThat(data.uid(Tag.STUDY_INSTANCE_UID)).contains(ct.studyUid());
                assertThat(data.text(Tag.PATIENT_ID)).contains("SYN-CT");
                assertThat(data.text(Tag.PATIENT_NAME)).contains("Test^Synthetic");
                requireNoErrorOfDciodvfy(file);
            }
            requireReport(running, ct.studyUid(), prediction);
        }
    }

    /// In the room: retrieve, draw, predict, send.
    ///
    /// @return the prediction as the page has it
    private JsonNode sent(Orthanc running) throws Exception {
        try (OpenRoom room = OpenRoom.beside(Pacs.at(running.root(), LOGIN, PacsLimits.USUAL), StudiedImages.in(folder.resolve("study")), folder.resolve("work"))) {
            String series = json(room.get("/api/pacs/series")).get("series").get(0).get("id").asString();
            JsonNode opened = room.ended(json(room.post("/api/pacs/series/" + series + "/open", "")));
            String scan = opened.get("result").get("id").asString();
            int middle = opened.get("result").get("planes").get(0).get("slices").asInt() / 2;
            String send = "/api/scans/" + scan + "/prediction/pacs";
            String words = "{\"role\":\"reader 2\",\"label\":\"L3\"}";
            assertThat(code(room.post(send, words))).isEqualTo("WEB-010"); // nothing is predicted
            for (int slice = middle - 4; slice <= middle + 4; slice++) {
                json(room.post("/api/scans/" + scan + "/outline/strokes", SQUARE.formatted(slice)));
            }
            JsonNode predicted = room.ended(json(room.post("/api/scans/" + scan + "/prediction", "{\"ageYears\":71,\"sex\":\"F\",\"centre\":null}")));
            assertThat(predicted.get("state").asString()).as(predicted.toString()).isEqualTo("done");
            json(room.post("/api/scans/" + scan + "/outline/strokes", SQUARE.formatted(middle + 5)));
            assertThat(code(room.post(send, words))).as("of an older outline").isEqualTo("WEB-010");
            json(room.post("/api/scans/" + scan + "/outline/undo", "{\"plane\":\"sagittal\",\"slice\":0}"));
            JsonNode job = room.ended(json(room.post(send, words)));
            assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("done");
            assertThat(job.get("result").get("stored").toString()).isEqualTo("[\"segmentation\",\"picture\",\"structured report\"]");
            assertThat(room.bugs()).isEmpty();
            try (Stream<Path> left = Files.list(folder.resolve("work"))) { // what has the patient's name does not stay
                assertThat(left.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("to-pacs"));
            }
            return predicted.get("result");
        }
    }

    /// The three new objects as the PACS gives them back.
    private List<Path> back(Orthanc running, Pacs pacs, String study) throws Exception {
        List<Path> files = new ArrayList<>();
        for (String modality : List.of("SEG", "OT", "SR")) {
            JsonNode series = JsonMapper.shared().readTree(running.get("/studies/" + study + "/series?Modality=" + modality));
            assertThat(series).as(modality).hasSize(1);
            String uid = series.get(0).get("0020000E").get("Value").get(0).asString();
            Path into = Files.createDirectory(folder.resolve(modality));
            assertThat(pacs.retrieve(new PacsSeries(study, uid, Optional.empty(), "", modality, OptionalInt.of(1)), into, Progress.NONE)).isEqualTo(1);
            files.add(into.resolve("00001.dcm"));
        }
        return files;
    }

    private static void requireNoErrorOfDciodvfy(Path file) throws IOException, InterruptedException {
        if (Files.isExecutable(Path.of("/usr/bin/dciodvfy"))) {
            Process process = new ProcessBuilder("/usr/bin/dciodvfy", "-new", file.toString()).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said).as(file.toString()).containsPattern("Segmentation|SCImage|EnhancedSR").doesNotContain("Error");
        }
    }

    /// As the PACS itself tells what stands in it.
    private static void requireReport(Orthanc running, String study, JsonNode prediction) throws Exception {
        Optional<JsonNode> found = Optional.empty();
        for (JsonNode object : JsonMapper.shared().readTree(running.get("/studies/" + study + "/metadata"))) {
            if (object.get("00080060").get("Value").get(0).asString().equals("SR")) {
                found = Optional.of(object);
            }
        }
        JsonNode report = found.orElseThrow();
        List<JsonNode> items = new ArrayList<>();
        collect(report, items);
        List<JsonNode> probabilities = items.stream().filter(item -> named(item, "PROBABILITY")).toList();
        assertThat(probabilities).hasSameSizeAs(prediction.get("models").values());
        for (int n = 0; n < probabilities.size(); n++) {
            JsonNode model = prediction.get("models").get(n);
            // 16 letters of a decimal string: 1e-13 of a number below 1
            assertThat(number(probabilities.get(n))).as(model.toString()).isEqualTo(model.get("probability").asDouble(), within(1e-12));
        }
        List<JsonNode> lower = items.stream().filter(item -> named(item, "LOWER95")).toList();
        assertThat(lower).hasSize(1);
        assertThat(number(lower.getFirst())).isEqualTo(prediction.get("reasons").get("lower").asDouble(), within(1e-12));
        String text = report.toString();
        assertThat(text).contains("Not a medical device", "SHA-256", "L3 vertebra", "reader 2; by hand on", "71 years, F");
        for (JsonNode warning : prediction.get("warnings")) {
            assertThat(text).contains(warning.asString());
        }
        assertThat(items.stream().filter(item -> named(item, "121191"))).as("the outline's segment").hasSize(1);
    }

    private static void collect(JsonNode item, List<JsonNode> into) {
        for (JsonNode below : item.path("0040A730").path("Value")) {
            into.add(below);
            collect(below, into);
        }
    }

    private static boolean named(JsonNode item, String code) {
        return item.path("0040A043").path("Value").path(0).path("00080100").path("Value").path(0).asString("").equals(code);
    }

    private static double number(JsonNode item) {
        return item.get("0040A300").get("Value").get(0).get("0040A30A").get("Value").get(0).asDouble();
    }
}
