package org.trabecula.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trabecula.web.OpenRoom.code;
import static org.trabecula.web.OpenRoom.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.dicom.dataset.DataSet;
import org.trabecula.dicom.dataset.DicomFile;
import org.trabecula.dicom.dataset.DicomSource;
import org.trabecula.dicom.dataset.Tag;
import org.trabecula.dicom.formats.DicomFormat;
import org.trabecula.dicom.web.Pacs;
import org.trabecula.dicom.web.PacsLimits;
import org.trabecula.dicom.web.PacsLogin;
import org.trabecula.image.ImageFile;
import org.trabecula.image.ImageFormats;
import org.trabecula.image.LabelFile;
import org.trabecula.image.Placement;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;

/// The way from the PACS into the room and back, over HTTP.
class PacsOverHttpTest {
    private static final ImageFormats FORMATS = StandardFormats.ALL.with(new DicomFormat());
    private static final int IMAGES = 12;

    @TempDir
    Path folder;

    private MadePacs made;
    private OpenRoom room;

    @BeforeEach
    void open() throws IOException {
        try (Stream<Path> all = Files.list(series())) {
            made = new MadePacs(all.filter(file -> !file.toString().endsWith(".json")).sorted().toList());
        }
        room = OpenRoom.beside(Pacs.at(made.root(), new PacsLogin.Nobody(), PacsLimits.USUAL), folder.resolve("work"));
    }

    @AfterEach
    void close() throws IOException {
        assertThat(room.bugs()).isEmpty();
        room.close();
        made.close();
    }

    /// A made CT series of 12 images, written by pydicom.
    private static Path series() {
        return Reference.core("dicom/ct-series/base");
    }

    private String listed() throws Exception {
        return json(room.get("/api/pacs/series")).get("series").get(0).get("id").asString();
    }

    /// Follows a job to its end.
    private JsonNode ended(JsonNode job) throws Exception {
        String id = job.get("id").asString();
        room.get("/api/jobs/" + id + "/events"); // ends with the job
        return json(room.get("/api/jobs/" + id));
    }

    private JsonNode opened() throws Exception {
        JsonNode job = ended(json(room.post("/api/pacs/series/" + listed() + "/open", "")));
        assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("done");
        return job.get("result");
    }

    @Test
    void theListHasNeitherPatientsNorUids() throws Exception {
        var answer = room.get("/api/pacs/series?day=2020-01-01");
        JsonNode one = json(answer).get("series").get(0);
        assertThat(Set.copyOf(one.propertyNames())).isEqualTo(Set.of("id", "studyDate", "description", "modality", "images"));
        assertThat(one.get("studyDate").asString()).isEqualTo("2020-01-01");
        assertThat(one.get("description").asString()).isEqualTo("base");
        assertThat(one.get("modality").asString()).isEqualTo("CT");
        assertThat(one.get("images").asInt()).isEqualTo(IMAGES);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .doesNotContain("Synthetic").doesNotContain("SYN-CT").doesNotContain(MadePacs.STUDY).doesNotContain(MadePacs.SERIES);
        assertThat(listed()).isEqualTo(one.get("id").asString()); // listed again, it is the same series
        assertThat(json(room.get("/api/room")).get("hasPacs").asBoolean()).isTrue();
        assertThat(code(room.get("/api/pacs/series?day=yesterday"))).isEqualTo("WEB-006");
    }

    @Test
    void aSeriesIsOpenedLikeAnUpload() throws Exception {
        JsonNode scan = opened();
        Path back = Files.write(folder.resolve("back.nii"), room.get("/api/scans/" + scan.get("id").asString() + "/image.nii").body());
        Volume found = FORMATS.open(back).read();
        Volume expected = FORMATS.open(series()).read();
        assertThat(found.voxels().length()).isEqualTo(expected.voxels().length());
        for (int n = 0; n < expected.voxels().length(); n++) {
            assertThat(found.voxels().at(n)).isEqualTo(expected.voxels().at(n));
        }
        assertThat(scan.get("title").asString()).matches("base 2020-01-01 [0-9a-f]{6}");
        assertThat(room.delete("/api/scans/" + scan.get("id").asString()).statusCode()).isEqualTo(204);
        assertThat(folder.resolve("work/uploads")).isEmptyDirectory();
    }

    @Test
    void anOutlineGoesBackToTheStudyAndPatientOfItsSeries() throws Exception {
        String scan = opened().get("id").asString();
        String send = "/api/scans/" + scan + "/outline/pacs";
        String wanted = "{\"role\":\"reader 1\",\"label\":\"L3\"}";
        assertThat(ended(json(room.post(send, wanted))).get("problems").get(0).get("code").asString()).isEqualTo("WEB-010"); // nothing is drawn
        // four corners halfway between pixels, three columns apart and two rows: six voxels
        json(room.post(
                "/api/scans/" + scan + "/outline/strokes",
                "{\"plane\":\"sagittal\",\"slice\":2,\"tool\":\"POLYGON\",\"points\":[0.5,0.5, 3.5,0.5, 3.5,2.5, 0.5,2.5],\"radiusMm\":0}"));
        JsonNode job = ended(json(room.post(send, wanted)));
        assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("done");
        assertThat(Path.of(job.get("result").get("mask").asString())).exists();

        assertThat(made.stored()).hasSize(1);
        Path sent = Files.write(folder.resolve("sent.dcm"), made.stored().getFirst());
        DataSet data = DicomFile.open(DicomSource.of(sent), Set.of(Tag.PATIENT_NAME)).orRefuse().data();
        assertThat(data.uid(Tag.STUDY_INSTANCE_UID)).contains(MadePacs.STUDY);
        assertThat(data.text(Tag.PATIENT_ID)).contains("SYN-CT");
        assertThat(data.text(Tag.PATIENT_NAME)).contains("Test^Synthetic");
        ImageFile image = FORMATS.open(series());
        LabelFile labels = FORMATS.labels(sent, Placement.STATED, image);
        assertThat(labels.mask(labels.label("L3")).voxelCount()).isEqualTo(6);
        try (Stream<Path> left = Files.list(folder.resolve("work"))) { // what was sent with the patient's name does not stay
            assertThat(left.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("to-pacs"));
        }
    }

    @Test
    void whatIsNotADicomSeriesIsNotSent() throws Exception {
        String scan = room.scan("ct.nii.gz", TestScan.nifti(TestScan.straight(), folder)).get("id").asString();
        json(room.post(
                "/api/scans/" + scan + "/outline/strokes",
                "{\"plane\":\"sagittal\",\"slice\":2,\"tool\":\"POLYGON\",\"points\":[0.5,0.5, 3.5,0.5, 3.5,2.5, 0.5,2.5],\"radiusMm\":0}"));
        JsonNode job = ended(json(room.post("/api/scans/" + scan + "/outline/pacs", "{\"role\":\"reader 1\",\"label\":\"\"}")));
        assertThat(job.get("problems").get(0).get("code").asString()).isEqualTo("WEB-010");
        assertThat(made.stored()).isEmpty();
    }

    @Test
    void withoutAModelNoResultIsSent() throws Exception {
        String scan = opened().get("id").asString();
        assertThat(code(room.post("/api/scans/" + scan + "/prediction/pacs", "{\"role\":\"reader 1\",\"label\":\"\"}"))).isEqualTo("WEB-010");
        assertThat(made.stored()).isEmpty();
    }

    @Test
    void whatFailsIsToldAndLeavesNothing() throws Exception {
        String id = listed();
        assertThat(code(room.post("/api/pacs/series/" + "0".repeat(32) + "/open", ""))).isEqualTo("WEB-004");
        assertThat(code(room.post("/api/pacs/series/" + MadePacs.SERIES + "/open", ""))).isEqualTo("WEB-004");
        made.cut();
        JsonNode job = ended(json(room.post("/api/pacs/series/" + id + "/open", "")));
        assertThat(job.get("state").asString()).isEqualTo("refused");
        assertThat(job.get("problems").get(0).get("code").asString()).isEqualTo("PAC-005");
        made.close();
        assertThat(code(room.get("/api/pacs/series"))).isEqualTo("PAC-002");
        assertThat(json(room.get("/api/scans"))).isEmpty();
        assertThat(folder.resolve("work/uploads")).isEmptyDirectory();
    }

    @Test
    void aRoomWithoutAPacsKnowsNothingOfOne() throws Exception {
        try (OpenRoom alone = OpenRoom.in(folder.resolve("alone"))) {
            assertThat(json(alone.get("/api/room")).get("hasPacs").asBoolean()).isFalse();
            for (String path : List.of("/api/pacs/series", "/api/pacs/series/0/open")) {
                assertThat(code(alone.get(path))).isEqualTo("WEB-004");
            }
        }
    }
}
