package org.trabecula.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trabecula.web.OpenRoom.code;
import static org.trabecula.web.OpenRoom.json;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.image.Box;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Mask;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;
import tools.jackson.databind.JsonNode;

/// The way of a scan through the room, over HTTP.
class RoomOverHttpTest {
    @TempDir
    Path folder;

    private OpenRoom room;

    @BeforeEach
    void open() throws IOException {
        room = OpenRoom.in(folder.resolve("work"));
    }

    @AfterEach
    void close() throws IOException {
        assertThat(room.bugs()).isEmpty();
        room.close();
    }

    @Test
    void thePageAndEverythingThatItNamesAreThere() throws Exception {
        String page = new String(room.get("/").body(), StandardCharsets.UTF_8);
        Set<String> named = new HashSet<>();
        Matcher link = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"").matcher(page);
        while (link.find()) {
            named.add(link.group(1));
        }
        assertThat(named).hasSizeGreaterThan(3);
        Set<String> seen = new HashSet<>();
        while (!seen.containsAll(named)) {
            for (String file : List.copyOf(named)) {
                if (seen.add(file)) {
                    var answer = room.get(file);
                    assertThat(answer.statusCode()).as(file).isEqualTo(200);
                    Matcher imported = Pattern.compile("from '(/[^']+)'").matcher(new String(answer.body(), StandardCharsets.UTF_8));
                    while (imported.find()) {
                        named.add(imported.group(1));
                    }
                }
            }
        }
    }

    /// What the viewer gets is the image, voxel for voxel and at its place, also when its axes are stored in an unusual order.
    @Test
    void aScanComesBackAsItWent() throws Exception {
        for (Volume volume : List.of(TestScan.straight(), TestScan.turned(), TestScan.oblique())) {
            JsonNode scan = room.scan("ct.nii.gz", TestScan.nifti(volume, folder));
            Path back = Files.write(folder.resolve("back.nii"), room.get("/api/scans/" + scan.get("id").asString() + "/image.nii").body());
            ImageFile read = StandardFormats.ALL.open(back);
            assertThat(read.read().toDoubles()).isEqualTo(volume.toDoubles());
            // NIfTI keeps geometry in 32-bit floats: 100 mm to 4e-6 mm
            assertThat(read.grid().toWorld(6, 5, 4).distanceMm(volume.grid().toWorld(6, 5, 4))).isLessThan(1e-4);
            assertThat(scan.get("mask").isNull()).isTrue();
        }
    }

    @Test
    void aMaskOfTwoLabelsIsTakenByItsNumber() throws Exception {
        Volume volume = TestScan.straight();
        String scan = room.scan("ct.nii.gz", TestScan.nifti(volume, folder)).get("id").asString();
        assertThat(code(room.get("/api/scans/" + scan + "/mask.nii.gz"))).isEqualTo("WEB-010");
        short[] labels = new short[(int) TestScan.SIZE.voxels()];
        labels[0] = 5;
        labels[1] = 29;
        labels[8] = 29;
        String upload = room.upload("labels.nii.gz", TestScan.nifti(Volume.ofShorts(volume.grid(), labels), folder));
        JsonNode found = json(room.post("/api/scans/" + scan + "/labels", "{\"upload\":\"" + upload + "\",\"label\":null}"));
        assertThat(found.size()).isEqualTo(2);
        assertThat(found.get(1).get("number").asInt()).isEqualTo(29);
        assertThat(code(room.post("/api/scans/" + scan + "/mask", "{\"upload\":\"" + upload + "\",\"label\":\"7\"}"))).isEqualTo("MSK-002");
        JsonNode taken = json(room.post("/api/scans/" + scan + "/mask", "{\"upload\":\"" + upload + "\",\"label\":\"29\"}"));
        assertThat(taken.get("mask").get("voxels").asInt()).isEqualTo(2);
        // 0.5 · 0.75 · 2 mm³ a voxel
        assertThat(taken.get("mask").get("volumeMm3").asDouble()).isEqualTo(1.5);
        Path back = Files.write(folder.resolve("mask-back.nii.gz"), room.get("/api/scans/" + scan + "/mask.nii.gz").body());
        Mask mask = StandardFormats.ALL.labels(back).mask(1);
        assertThat(mask.box()).isEqualTo(new Box(1, 0, 0, 1, 1, 0)); // voxels 1 and 8 = 7 + 1
    }

    @Test
    void anOpenScanIsThereAfterARestart() throws Exception {
        String scan = room.scan("ct.nii.gz", TestScan.nifti(TestScan.straight(), folder)).get("id").asString();
        String upload = room.upload("m.nii.gz", TestScan.nifti(Mask.of(TestScan.straight().grid(), new Box(1, 1, 1, 1, 1, 1), new boolean[] {true}).toVolume(), folder));
        json(room.post("/api/scans/" + scan + "/mask", "{\"upload\":\"" + upload + "\",\"label\":null}"));
        room.close();
        room = OpenRoom.in(folder.resolve("work"));
        JsonNode again = json(room.get("/api/scans/" + scan));
        assertThat(again.get("title").asString()).isEqualTo("ct.nii.gz");
        assertThat(again.get("mask").get("voxels").asInt()).isEqualTo(1);
    }

    @Test
    void aClosedScanIsGoneWithItsUpload() throws Exception {
        String scan = room.scan("ct.nii.gz", TestScan.nifti(TestScan.straight(), folder)).get("id").asString();
        assertThat(room.delete("/api/scans/" + scan).statusCode()).isEqualTo(204);
        assertThat(code(room.get("/api/scans/" + scan))).isEqualTo("WEB-004");
        assertThat(folder.resolve("work/uploads")).isEmptyDirectory();
        assertThat(folder.resolve("work/scans")).isEmptyDirectory();
    }

    @Test
    void theWorkListShowsRowsWhoseFilesAreMissing() throws Exception {
        Files.write(folder.resolve("a.nii.gz"), TestScan.nifti(TestScan.straight(), folder));
        Path manifest = Files.writeString(folder.resolve("cases.csv"), "case_id,image,mask,age,sex,level\nA,a.nii.gz,,71,F,L1\nB,b.nii.gz,,,,\n");
        try (OpenRoom listed = OpenRoom.in(folder.resolve("listed"), manifest)) {
            JsonNode cases = json(listed.get("/api/cases"));
            assertThat(cases.get(0).get("caseId").asString()).isEqualTo("A");
            assertThat(cases.get(0).get("hasImage").asBoolean()).isTrue();
            assertThat(cases.get(0).get("ageYears").asDouble()).isEqualTo(71);
            assertThat(cases.get(1).get("hasImage").asBoolean()).isFalse();
            String first = json(listed.post("/api/cases/0/open", "")).get("id").asString();
            assertThat(json(listed.post("/api/cases/0/open", "")).get("id").asString()).isEqualTo(first); // not read twice
            assertThat(listed.post("/api/cases/1/open", "").statusCode()).isEqualTo(422);
            assertThat(code(listed.post("/api/cases/2/open", ""))).isEqualTo("WEB-004");
            assertThat(listed.bugs()).isEmpty();
        }
    }

    @Test
    void withoutAModelAPredictionIsRefused() throws Exception {
        String scan = room.scan("ct.nii.gz", TestScan.nifti(TestScan.straight(), folder)).get("id").asString();
        assertThat(code(room.post("/api/scans/" + scan + "/prediction", "{\"ageYears\":70,\"sex\":\"F\",\"centre\":null}"))).isEqualTo("WEB-010");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{\"upload\":1,\"title\":\"a\"}", "{\"upload\":\"a\",\"title\":\"b\",\"more\":1}", "{\"upload\":\"a\",\"upload\":\"b\",\"title\":\"c\"}"})
    void whatIsNoRequestIsRefused(String body) throws Exception {
        assertThat(room.post("/api/scans", body).statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsNoImageIsRefusedInTheWordsOfTheCommandLine() throws Exception {
        String upload = room.upload("letter.docx", "Dear colleague".getBytes(StandardCharsets.UTF_8));
        assertThat(code(room.post("/api/scans", "{\"upload\":\"" + upload + "\",\"title\":\"a\"}"))).isEqualTo("IMG-001");
    }

    @Test
    void slicesBeyondTheScanAreRefused() throws Exception {
        String scan = room.scan("ct.nii.gz", TestScan.nifti(TestScan.straight(), folder)).get("id").asString();
        String slices = "/api/scans/" + scan + "/slices/";
        assertThat(room.get(slices + "sagittal/6").statusCode()).isEqualTo(200);
        for (String wrong : List.of("sagittal/7", "sagittal/-1", "oblique/0", "sagittal/one", "sagittal/1?low=10&high=10", "sagittal/1?low=%zz")) {
            assertThat(room.send(room.request("/").uri(URI.create(room.address() + (slices + wrong).substring(1).replace("%zz", "x")))).statusCode())
                    .as(wrong).isEqualTo(400);
        }
    }

    /// Each route of the document answers, each form that it refers to is there.
    @Test
    void theOpenApiDocumentDescribesWhatIsServed() throws Exception {
        JsonNode document = json(room.get("/api/openapi.json"));
        assertThat(document.get("openapi").asString()).startsWith("3.1");
        Set<String> paths = new HashSet<>(document.get("paths").propertyNames());
        assertThat(paths).contains("/api/scans/{scan}/prediction", "/api/jobs/{job}/events");
        for (String path : paths) {
            for (String method : document.get("paths").get(path).propertyNames()) {
                var answer = room.send(room.request(path.replaceAll("\\{\\w+}", "0")).method(method.toUpperCase(Locale.ROOT), BodyPublishers.noBody()));
                assertThat(answer.statusCode()).as(method + " " + path).isNotIn(405, 500);
            }
        }
        Matcher references = Pattern.compile("#/components/schemas/(\\w+)").matcher(document.toString());
        while (references.find()) {
            assertThat(document.get("components").get("schemas").has(references.group(1))).as(references.group(1)).isTrue();
        }
    }
}
