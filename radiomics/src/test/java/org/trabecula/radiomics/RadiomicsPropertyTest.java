package org.trabecula.radiomics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.radiomics.parameters.ParameterFile;
import org.trabecula.radiomics.settings.Settings;

/// Turning and flipping the grid by right angles, adding a constant, padding with background, permuting labels and changing
/// the number of threads each change exactly the features that they should: those listed here with the reason.
class RadiomicsPropertyTest {
    private static final Settings ALL = ParameterFile.parse(
            "every family on every image type",
            """
            imageType: {Original: , Wavelet: , LoG: {sigma: [1.0, 3.0]}, Square: , SquareRoot: , Logarithm: , Exponential: ,
              Gradient: , LBP2D: {binWidth: 1}, LBP3D: {binWidth: 0.5}}
            featureClass: {shape: , firstorder: , glcm: , glrlm: , glszm: , gldm: , ngtdm: }
            """);

    private static final FeatureRow PLAIN = SyntheticCase.plain().extract(ALL);

    /// What changes under a transformation.
    ///
    /// @param columns pattern of the columns
    /// @param every   whether every such column changes, or only nothing else does (where an image changes, some features
    ///                keep their value by chance)
    private record Change(String columns, boolean every, String reason) {
        static Change every(String columns, String reason) {
            return new Change(columns, true, reason);
        }

        static Change some(String columns, String reason) {
            return new Change(columns, false, reason);
        }
    }

    /// @param renamed the column that holds a plain case's column afterwards
    private record Transformation(
            String name, SyntheticCase result, UnaryOperator<String> renamed, List<Change> changes) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final Change MESH = Change.some(
            "original_shape_(MeshVolume|Sphericity|SurfaceArea|SurfaceVolumeRatio)",
            "patterns with corner 7 set take their complement's triangles, so a cube that can be cut in two ways is cut in another");
    private static final Change WAVELET = Change.some("wavelet-.*", "the taps of coif1 are not symmetric");
    private static final Change BINS = Change.some(
            "original_(firstorder_(Entropy|Uniformity)|gl.*|ngtdm.*)", "bins lie at multiples of 25, and 110 is none");
    private static final Change LEVEL = Change.every(
            "original_firstorder_(.*Percentile|.*Energy|Maximum|Mean|Median|Minimum|RootMeanSquared)", "they move with the values");
    private static final Change APPROXIMATION = Change.some(
            "wavelet-LLL_.*", "the low pass multiplies the constant by √8; the high passes remove it");
    private static final Change POINTWISE =
            Change.some("(square|squareroot|logarithm|exponential)_.*", "they are no linear functions of the value");

    static Stream<Transformation> transformations() {
        return Stream.of(
                new Transformation("flip i", SyntheticCase.flipped(0), c -> c, List.of(MESH, WAVELET)),
                new Transformation("flip j", SyntheticCase.flipped(1), c -> c, List.of(MESH, WAVELET)),
                new Transformation(
                        "flip k",
                        SyntheticCase.flipped(2),
                        c -> c,
                        List.of(MESH, WAVELET, Change.some(
                                "lbp-3D-m2_.*", "PyRadiomics hands azimuth and polar angle over in each other's place"))),
                turn(1, 0, 2, "lbp-3D-.*"),
                turn(0, 2, 1, "lbp-[23]D.*"),
                turn(1, 2, 0, "lbp-(2D|3D-m2).*"),
                new Transformation(
                        "background around",
                        SyntheticCase.padded(8),
                        c -> c,
                        List.of(
                                Change.some("log-.*", "the recursive filters reach to the ends of a line"),
                                Change.some("(square|squareroot|logarithm|exponential)_.*", "scaled by the image's largest |value|"),
                                Change.some("lbp-3D.*", "the spline's coefficients depend on the whole line"))),
                new Transformation(
                        "four bins more", SyntheticCase.changed(x -> x + 100), c -> c, List.of(LEVEL, APPROXIMATION, POINTWISE)),
                new Transformation(
                        "a constant that is no whole number of bins",
                        SyntheticCase.changed(x -> x + 110),
                        c -> c,
                        List.of(LEVEL, BINS, APPROXIMATION, POINTWISE)));
    }

    /// Exchanging axes renames sub-bands and planar diameters; patterns in slices or on PyRadiomics' sphere do change, but for
    /// those that a turn maps onto itself.
    private static Transformation turn(int i, int j, int k, String patterns) {
        int[] order = {i, j, k};
        return new Transformation(
                "turn to " + "ijk".charAt(i) + "ijk".charAt(j) + "ijk".charAt(k),
                SyntheticCase.turned(order),
                column -> renamed(column, order),
                List.of(Change.some(patterns, "circles lie in slices across k; the sphere's 42 points are no cube's")));
    }

    private static String renamed(String column, int[] order) {
        if (column.startsWith("wavelet-")) {
            StringBuilder band = new StringBuilder();
            for (int axis : order) {
                band.append(column.charAt("wavelet-".length() + axis));
            }
            return "wavelet-" + band + column.substring(column.indexOf('_'));
        }
        List<String> planar = List.of("Row", "Column", "Slice"); // across i, j, k
        for (int axis = 0; axis < 3; axis++) {
            if (column.endsWith("2DDiameter" + planar.get(order[axis]))) {
                return "original_shape_Maximum2DDiameter" + planar.get(axis);
            }
        }
        return column;
    }

    /// Sums of the same terms in another order differ by some thousand roundings; LoG stores 32 bits after each axis.
    private static double tolerance(String column) {
        return column.startsWith("log-") ? 1e-5 : 1e-9;
    }

    @ParameterizedTest
    @MethodSource("transformations")
    void changesWhatItShouldAndNothingElse(Transformation transformation) {
        FeatureRow after = transformation.result().extract(ALL);
        TreeSet<String> changed = new TreeSet<>();
        for (String column : PLAIN.names()) {
            double before = PLAIN.value(column);
            double now = after.value(transformation.renamed().apply(column));
            if (!(Math.abs(now - before) <= tolerance(column) * Math.max(1, Math.abs(before)))) {
                changed.add(column);
            }
        }
        List<String> unexpected = new ArrayList<>(changed);
        for (Change change : transformation.changes()) {
            List<String> matched = PLAIN.names().stream().filter(c -> c.matches(change.columns())).toList();
            assertThat(matched).as(change.columns()).isNotEmpty();
            if (change.every()) {
                assertThat(changed).as(change.reason()).containsAll(matched);
            } else {
                assertThat(changed).as(change.reason()).containsAnyElementsOf(matched);
            }
            unexpected.removeAll(matched);
        }
        assertThat(unexpected).as("changed without a reason").isEmpty();
    }

    @Test
    void numberOfThreadsChangesNoBit() {
        SyntheticCase plain = SyntheticCase.plain();
        for (int jobs : List.of(2, 3, 8)) {
            assertThat(Radiomics.with(ALL).jobs(jobs).extract(plain.volume(), plain.mask()).toArray())
                    .isEqualTo(PLAIN.toArray());
        }
    }

    /// Two label maps with the same regions under other numbers.
    @Test
    void permutingLabelsChangesNothingButTheNumberToAskFor(@TempDir Path folder) throws IOException {
        SyntheticCase plain = SyntheticCase.plain();
        boolean[] region = plain.mask().toFlags(plain.volume().grid().wholeBox());
        short[] labels = new short[region.length];
        short[] permuted = new short[region.length];
        for (int v = 0; v < labels.length; v++) {
            int number = region[v] ? 1 + v % 2 : v % 3 == 0 ? 3 : 0;
            labels[v] = (short) number;
            permuted[v] = (short) new int[] {0, 7, 5, 260}[number];
        }
        Settings settings = ParameterFile.parse("", "");
        for (int[] pair : new int[][] {{1, 7}, {2, 5}, {3, 260}}) {
            double[] before = extract(folder.resolve("labels.nii.gz"), plain, labels, pair[0], settings);
            double[] after = extract(folder.resolve("permuted.nii.gz"), plain, permuted, pair[1], settings);
            assertThat(after).isEqualTo(before);
        }
    }

    private static double[] extract(Path file, SyntheticCase plain, short[] labels, int label, Settings settings)
            throws IOException {
        if (!Files.exists(file)) {
            StandardFormats.ALL.write(Volume.ofShorts(plain.volume().grid(), labels), file);
        }
        return Radiomics.with(settings).extract(plain.volume(), StandardFormats.ALL.labels(file).mask(label)).toArray();
    }
}
