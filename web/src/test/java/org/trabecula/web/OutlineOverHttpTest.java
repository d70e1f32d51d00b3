package org.trabecula.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trabecula.web.OpenRoom.code;
import static org.trabecula.web.OpenRoom.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Mat3;
import org.trabecula.image.PointMm;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.TextTable;
import tools.jackson.databind.JsonNode;

/// Outlines over HTTP: what is saved is what the strokes say, voxel for voxel, and nothing that was answered is lost.
class OutlineOverHttpTest {
    private static final String SEEN = "{\"plane\":\"sagittal\",\"slice\":2}";

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

    private String scan(Volume volume) throws Exception {
        return room.scan("ct.nii.gz", TestScan.nifti(volume, folder)).get("id").asString();
    }

    private static String stroke(int slice, String tool, double radiusMm, String points) {
        return "{\"plane\":\"sagittal\",\"slice\":" + slice + ",\"tool\":\"" + tool + "\",\"points\":[" + points + "],\"radiusMm\":" + radiusMm + "}";
    }

    private JsonNode draw(String scan, String stroke) throws Exception {
        return json(room.post("/api/scans/" + scan + "/outline/strokes", stroke));
    }

    private JsonNode step(String scan, String name) throws Exception {
        return json(room.post("/api/scans/" + scan + "/outline/" + name, SEEN));
    }

    /// The voxels of a saved mask as places in the body: 100 i + 10 j + k of the scan of which all three are made.
    private Set<Integer> painted(String scan, Volume volume) throws Exception {
        Path file = Files.write(folder.resolve("back-" + System.nanoTime() + ".nii.gz"), room.get("/api/scans/" + scan + "/mask.nii.gz").body());
        ImageFile saved = StandardFormats.ALL.open(file);
        assertThat(saved.grid().size()).isEqualTo(volume.grid().size());
        Volume mask = saved.read();
        TreeSet<Integer> values = new TreeSet<>();
        Box box = volume.held();
        for (int k = 0; k <= box.kMax(); k++) {
            for (int j = 0; j <= box.jMax(); j++) {
                for (int i = 0; i <= box.iMax(); i++) {
                    assertThat(mask.at(i, j, k)).isIn(0.0, 1.0);
                    if (mask.at(i, j, k) == 1) {
                        values.add((int) volume.at(i, j, k));
                    }
                }
            }
        }
        return values;
    }

    /// On the picture of sagittal slice 2 (i = 2), column 1 to 3 are j = 1 … 3 and rows 1 and 2 are k = 3 and 2, because the head is up.
    /// The polygon's corners lie halfway between pixels.
    @ParameterizedTest
    @ValueSource(strings = {"straight", "turned", "oblique"})
    void aPolygonFillsTheVoxelsThatThePictureShows(String way) throws Exception {
        Volume volume = volume(way);
        String scan = scan(volume);
        JsonNode drawn = draw(scan, stroke(2, "POLYGON", 0, "0.5,0.5, 3.5,0.5, 3.5,2.5, 0.5,2.5"));
        assertThat(painted(scan, volume)).containsExactly(212, 213, 222, 223, 232, 233);
        // six pixels in a row: row 1 has pixels 7 to 9, row 2 pixels 13 to 15
        assertThat(ints(drawn.get("drawn"))).containsExactly(7, 3, 13, 3);
        draw(scan, stroke(2, "CUT", 0, "1.5,0.5, 2.5,0.5, 2.5,1.5, 1.5,1.5"));
        assertThat(painted(scan, volume)).containsExactly(212, 213, 222, 232, 233);
    }

    /// A pixel is 0.75 mm wide and 2 mm high. A pen of 1.1 mm along columns 1 to 4 of row 0 covers centres up to 1.1 mm beyond its ends: one
    /// column more to each side, and no row, the next being 2 mm away. The eraser takes column 3 with a radius of at least half a diagonal,
    /// 1.068 mm: columns 2 and 4 are 0.75 mm away and go too.
    @ParameterizedTest
    @ValueSource(strings = {"straight", "turned", "oblique"})
    void penAndEraserCoverWhatLiesWithinTheirRadius(String way) throws Exception {
        Volume volume = volume(way);
        String scan = scan(volume);
        draw(scan, stroke(4, "PEN", 1.1, "1,0, 4,0"));
        assertThat(painted(scan, volume)).containsExactly(404, 414, 424, 434, 444, 454);
        draw(scan, stroke(4, "ERASER", 0.5, "3,0"));
        assertThat(painted(scan, volume)).containsExactly(404, 414, 454);
    }

    /// What the planes and the mask of the download say is one thing: the same place in millimetres.
    @ParameterizedTest
    @ValueSource(strings = {"straight", "turned", "oblique"})
    void theSavedMaskLiesOnTheImage(String way) throws Exception {
        Volume volume = volume(way);
        String scan = scan(volume);
        draw(scan, stroke(2, "PEN", 0.1, "1,1"));
        Path mask = Files.write(folder.resolve("m.nii.gz"), room.get("/api/scans/" + scan + "/mask.nii.gz").body());
        Path image = Files.write(folder.resolve("i.nii"), room.get("/api/scans/" + scan + "/image.nii").body());
        Grid a = StandardFormats.ALL.open(mask).grid();
        assertThat(a).isEqualTo(StandardFormats.ALL.open(image).grid());
        // NIfTI keeps geometry in 32-bit floats: 100 mm to 4e-6 mm
        assertThat(a.toWorld(1, 2, 3).distanceMm(volume.grid().toWorld(1, 2, 3))).isLessThan(1e-4);
    }

    @Test
    void stepsAreUndoneAndRedoneOneByOne() throws Exception {
        Volume volume = TestScan.straight();
        String scan = scan(volume);
        assertThat(code(room.post("/api/scans/" + scan + "/outline/undo", SEEN))).isEqualTo("WEB-010");
        draw(scan, stroke(2, "PEN", 0.1, "1,1"));
        JsonNode two = draw(scan, stroke(2, "PEN", 0.1, "4,1"));
        assertThat(two.get("undoable").asInt()).isEqualTo(2);
        JsonNode one = step(scan, "undo");
        assertThat(List.of(one.get("undoable").asInt(), one.get("redoable").asInt())).isEqualTo(List.of(1, 1));
        assertThat(one.get("mask").get("version")).isNotEqualTo(two.get("mask").get("version"));
        assertThat(step(scan, "undo").get("mask").isNull()).isTrue();
        step(scan, "redo");
        assertThat(step(scan, "redo").get("mask")).isEqualTo(two.get("mask")); // equal outlines have equal versions
        assertThat(code(room.post("/api/scans/" + scan + "/outline/redo", SEEN))).isEqualTo("WEB-010");
    }

    /// The room goes away without a word after each answered stroke, as a killed process does.
    @Test
    void noStrokeThatWasAnsweredIsLost() throws Exception {
        Volume volume = TestScan.straight();
        String scan = scan(volume);
        List<Integer> expected = new ArrayList<>();
        for (int column = 0; column < 5; column += 2) {
            draw(scan, stroke(2, "POLYGON", 0, polygonAround(column)));
            expected.add(204 + 10 * column);
            try (OpenRoom other = OpenRoom.in(copied())) { // what is on disk at this moment
                JsonNode there = json(other.get("/api/scans/" + scan + "/outline/sagittal/2"));
                assertThat(there.get("mask").get("voxels").asInt()).isEqualTo(expected.size());
                assertThat(there.get("undoable").asInt()).isEqualTo(expected.size());
            }
        }
        assertThat(painted(scan, volume)).containsExactlyElementsOf(expected);
    }

    private static String polygonAround(int column) {
        return (column - 0.5) + ",-0.5," + (column + 0.5) + ",-0.5," + (column + 0.5) + ",0.5," + (column - 0.5) + ",0.5";
    }

    private Path copied() throws IOException {
        Path copy = folder.resolve("copy-" + System.nanoTime());
        try (var files = Files.walk(folder.resolve("work"))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(folder.resolve("work").relativize(file).toString()));
            }
        }
        return copy;
    }

    /// The same pixel on slices 1 and 4: shape-based interpolation of two equal shapes is that shape. Nothing changes before it is accepted.
    @Test
    void whatLiesBetweenIsProposedAndTakenOnlyWhenAccepted() throws Exception {
        Volume volume = TestScan.straight();
        String scan = scan(volume);
        draw(scan, stroke(1, "POLYGON", 0, polygonAround(2)));
        assertThat(code(room.post("/api/scans/" + scan + "/outline/between", SEEN))).isEqualTo("WEB-010");
        draw(scan, stroke(4, "POLYGON", 0, polygonAround(2)));
        JsonNode proposed = step(scan, "between");
        assertThat(proposed.get("proposal").asString()).isEqualTo("filled between");
        assertThat(ints(proposed.get("drawn"))).isEmpty();
        assertThat(ints(proposed.get("proposed"))).containsExactly(2, 1);
        assertThat(painted(scan, volume)).containsExactly(124, 424);
        step(scan, "discard");
        assertThat(code(room.post("/api/scans/" + scan + "/outline/accept", SEEN))).isEqualTo("WEB-010");
        step(scan, "between");
        assertThat(ints(step(scan, "accept").get("slices"))).containsExactly(1, 2, 3, 4);
        assertThat(painted(scan, volume)).containsExactly(124, 224, 324, 424);
        step(scan, "undo");
        assertThat(painted(scan, volume)).containsExactly(124, 424);
    }

    /// A block of bone, 40 × 30 × 28 mm, in soft tissue, stored straight and with two axes flipped. From one box on its middle slice, two
    /// voxels off on each side, the start finds nine tenths of it; refining keeps that; and both ways of storing give one body.
    @Test
    void aBoxOnOneSliceAndSeedsProposeTheBodyThere() throws Exception {
        double[] dices = new double[2];
        for (int way = 0; way < 2; way++) {
            boolean flipped = way == 1;
            Size size = new Size(40, 40, 40);
            Spacing spacing = new Spacing(2, 2, 2);
            Grid grid = flipped
                    ? new Grid(size, spacing, new PointMm(78, 0, 78), Mat3.diagonal(-1, 1, -1))
                    : new Grid(size, spacing, PointMm.ZERO, Mat3.IDENTITY);
            short[] hu = new short[40 * 40 * 40];
            for (int n = 0; n < hu.length; n++) {
                hu[n] = (short) (isBone(n % 40, n / 40 % 40, n / 1600, flipped) ? 350 : 40);
            }
            String scan = scan(Volume.ofShorts(grid, hu));
            // i = 20; columns are j: the block is 12 … 26; rows run from the head: k 13 … 26 are rows 26 … 13
            json(room.post("/api/scans/" + scan + "/outline/start",
                    "{\"slice\":20,\"columnFrom\":10,\"rowFrom\":11,\"columnTo\":28,\"rowTo\":28}"));
            step(scan, "accept");
            String seed = stroke(20, "PEN", 1, "19,20");
            JsonNode refined = json(room.post("/api/scans/" + scan + "/outline/refine", "{\"slice\":20,\"seeds\":[" + seed + "]}"));
            assertThat(refined.get("proposal").asString()).isEqualTo("refined");
            step(scan, "accept");
            Path file = Files.write(folder.resolve("block-" + way + ".nii.gz"), room.get("/api/scans/" + scan + "/mask.nii.gz").body());
            Volume mask = StandardFormats.ALL.open(file).read();
            int both = 0;
            int found = 0;
            for (int n = 0; n < hu.length; n++) {
                boolean in = mask.voxels().at(n) == 1;
                found += in ? 1 : 0;
                both += in && hu[n] == 350 ? 1 : 0;
            }
            dices[way] = 2.0 * both / (found + 20 * 15 * 14);
        }
        assertThat(dices[0]).isGreaterThan(0.9).isEqualTo(dices[1]);
    }

    /// In the straight grid's indices: i 10 … 29, j 12 … 26, k 13 … 26.
    private static boolean isBone(int i, int j, int k, boolean flipped) {
        int a = flipped ? 39 - i : i;
        int c = flipped ? 39 - k : k;
        return a >= 10 && a < 30 && j >= 12 && j < 27 && c >= 13 && c < 27;
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"plane\":\"sagittal\",\"slice\":7,\"tool\":\"PEN\",\"points\":[1,1],\"radiusMm\":1}",
        "{\"plane\":\"sagittal\",\"slice\":-1,\"tool\":\"PEN\",\"points\":[1,1],\"radiusMm\":1}",
        "{\"plane\":\"sagittal\",\"slice\":1,\"tool\":\"PEN\",\"points\":[1],\"radiusMm\":1}",
        "{\"plane\":\"sagittal\",\"slice\":1,\"tool\":\"PEN\",\"points\":[],\"radiusMm\":1}",
        "{\"plane\":\"sagittal\",\"slice\":1,\"tool\":\"PEN\",\"points\":[1,1],\"radiusMm\":0}",
        "{\"plane\":\"sagittal\",\"slice\":1,\"tool\":\"PEN\",\"points\":[1e99,1],\"radiusMm\":1}",
        "{\"plane\":\"sagittal\",\"slice\":1,\"tool\":\"POLYGON\",\"points\":[1,1,2,2],\"radiusMm\":0}",
        "{\"plane\":\"oblique\",\"slice\":1,\"tool\":\"PEN\",\"points\":[1,1],\"radiusMm\":1}",
        "{\"plane\":\"sagittal\",\"slice\":1,\"tool\":\"AXE\",\"points\":[1,1],\"radiusMm\":1}"
    })
    void whatIsNoStrokeIsRefused(String stroke) throws Exception {
        String scan = scan(TestScan.straight());
        assertThat(code(room.post("/api/scans/" + scan + "/outline/strokes", stroke))).isEqualTo("WEB-006");
    }

    /// The manifest stays as it is; its copy names the mask, relative to itself, and a second reader's in a column of its own.
    @Test
    void aSavedOutlineIsNamedInACopyOfTheManifest() throws Exception {
        Files.write(folder.resolve("a.nii.gz"), TestScan.nifti(TestScan.straight(), folder));
        String rows = "case_id,image,age\nA/1,a.nii.gz,71\nB,b.nii.gz,\n";
        Path manifest = Files.writeString(folder.resolve("cases.csv"), rows);
        try (OpenRoom listed = OpenRoom.in(folder.resolve("listed"), manifest)) {
            String scan = json(listed.post("/api/cases/0/open", "")).get("id").asString();
            String outline = "/api/scans/" + scan + "/outline/";
            assertThat(code(listed.post(outline + "save", "{\"role\":\"reader 1\",\"label\":\"L3\"}"))).isEqualTo("WEB-010");
            json(listed.post(outline + "strokes", stroke(2, "POLYGON", 0, polygonAround(2))));
            JsonNode saved = json(listed.post(outline + "save", "{\"role\":\"reader 1\",\"label\":\"L3\"}"));
            assertThat(saved.get("way").asString()).isEqualTo("by hand on 1 sagittal slice");
            assertThat(saved.get("dicom").isNull()).isTrue();
            json(listed.post(outline + "save", "{\"role\":\"reader 2\",\"label\":\"L3\"}"));
            assertThat(listed.bugs()).isEmpty();
        }
        assertThat(manifest).hasContent(rows);
        TextTable copy = DelimitedText.read(folder.resolve("cases.outlined.csv"));
        assertThat(copy.header()).containsExactly("case_id", "image", "age", "mask", "mask_inter");
        assertThat(copy.cell(1, "mask")).isEmpty();
        Path mask = folder.resolve(copy.cell(0, "mask"));
        assertThat(StandardFormats.ALL.labels(mask).mask(1).voxelCount()).isEqualTo(1);
        assertThat(folder.resolve(copy.cell(0, "mask_inter"))).exists().isNotEqualTo(mask);
    }

    private static Volume volume(String way) {
        return switch (way) {
            case "straight" -> TestScan.straight();
            case "turned" -> TestScan.turned();
            default -> TestScan.oblique();
        };
    }

    private static List<Integer> ints(JsonNode array) {
        List<Integer> numbers = new ArrayList<>();
        array.forEach(number -> numbers.add(number.asInt()));
        return numbers;
    }
}
