package org.trabecula.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.trabecula.web.OpenRoom.code;
import static org.trabecula.web.OpenRoom.json;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.image.Grid;
import org.trabecula.image.Mat3;
import org.trabecula.image.PointMm;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import tools.jackson.databind.JsonNode;

/// Heights of an outlined body over HTTP: the numbers, and where the page draws them.
class HeightsOverHttpTest {
    private static final int SIDE = 40;

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

    /// A wedge on slices 12 to 27, drawn on the picture: front at column 5, back at column 34; its upper edge rises from row 18 to row 9, its
    /// lower one lies at row 28. Pixels are 1 mm: 11 mm in front, 20 mm at the back, a loss of 45 %: grade 3. Stored with flipped axes, the
    /// same strokes give the same heights at the same places of the picture.
    @Test
    void aDrawnWedgeIsMeasuredWhereItLiesOnThePicture() throws Exception {
        double[] lines = null;
        for (Mat3 direction : new Mat3[] {Mat3.IDENTITY, Mat3.diagonal(-1, 1, -1)}) {
            Grid grid = new Grid(new Size(SIDE, SIDE, SIDE), new Spacing(1, 1, 1), PointMm.ZERO, direction);
            String scan = room.scan("ct.nii.gz", TestScan.nifti(Volume.ofShorts(grid, new short[SIDE * SIDE * SIDE]), folder)).get("id").asString();
            assertThat(code(room.get("/api/scans/" + scan + "/heights"))).isEqualTo("WEB-010");
            for (int slice = 12; slice < 28; slice++) {
                json(room.post("/api/scans/" + scan + "/outline/strokes", "{\"plane\":\"sagittal\",\"slice\":" + slice
                        + ",\"tool\":\"POLYGON\",\"points\":[4.5,17.5, 34.5,8.5, 34.5,28.5, 4.5,28.5],\"radiusMm\":0}"));
            }
            JsonNode heights = json(room.get("/api/scans/" + scan + "/heights"));
            // perpendicular to the bisector, which is 8° off the pictures' rows: 1 % less; the rest is half a voxel
            assertThat(heights.get("anteriorMm").asDouble()).isCloseTo(11, within(0.7));
            assertThat(heights.get("posteriorMm").asDouble()).isCloseTo(20, within(0.7));
            assertThat(heights.get("grade").asInt()).isEqualTo(3);
            assertThat(heights.get("slice").asInt()).isBetween(19, 20);
            double[] found = new double[12];
            for (int n = 0; n < found.length; n++) {
                found[n] = heights.get("lines").get(n / 4).get(n % 4).asDouble();
            }
            assertThat(found[0]).as("column of the front").isCloseTo(4.5, within(2.0)); // the corner leans by 8° of 11 mm
            assertThat(found[1]).as("row of its upper end").isCloseTo(17.5, within(1.0));
            assertThat(found[8]).as("column of the back").isCloseTo(34.5, within(2.0));
            assertThat(found[11]).as("row of its lower end").isCloseTo(28.5, within(1.0));
            lines = lines == null ? found : lines;
            assertThat(found).containsExactly(lines, within(0.3)); // a place on a voxel's border may belong to either voxel: one step of 0.25 mm
        }
    }
}
