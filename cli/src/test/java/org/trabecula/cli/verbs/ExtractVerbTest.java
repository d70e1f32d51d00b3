package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.cli.CommandLineRun;
import org.trabecula.image.Grid;
import org.trabecula.image.Mat3;
import org.trabecula.image.PointMm;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.table.FeatureTable;
import org.trabecula.table.FeatureTableFile;

/// `extract` as typed: which regions it measures, what it refuses, what it says.
class ExtractVerbTest {
    private static final Mat3 TURNED =
            new Mat3(1, 0, 0, 0, Math.cos(0.1), -Math.sin(0.1), 0, Math.sin(0.1), Math.cos(0.1));

    @TempDir
    Path folder;

    private ExtractCases cases;

    @BeforeEach
    void makeInput() throws IOException {
        cases = new ExtractCases(folder);
        cases.image("ct.nii.gz", 1);
        cases.mask("mask.nii.gz", ExtractCases.GRID, 1);
        cases.mask("three.nii.gz", ExtractCases.GRID, 19, 20, 21);
        cases.mask("shifted.nii.gz", grid(ExtractCases.SIZE, ExtractCases.SPACING, new PointMm(-9.7, 5, 100), Mat3.IDENTITY), 1);
        cases.mask("spacing.nii.gz", grid(ExtractCases.SIZE, new Spacing(0.8, 0.8, 1.016), ExtractCases.ORIGIN, Mat3.IDENTITY), 1);
        cases.mask("direction.nii.gz", grid(ExtractCases.SIZE, ExtractCases.SPACING, ExtractCases.ORIGIN, TURNED), 1);
        cases.mask(
                "size.nii.gz", grid(new Size(20, 18, 12), new Spacing(0.8, 0.8, 1.3), ExtractCases.ORIGIN, Mat3.IDENTITY), 1);
        cases.points("empty.nii.gz");
        cases.points("one-voxel.nii.gz", 1);
        Files.writeString(folder.resolve("text.nii.gz"), "hello");
    }

    private static Grid grid(Size size, Spacing spacing, PointMm origin, Mat3 direction) {
        return new Grid(size, spacing, origin, direction);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            shifted   | corner voxel (19, 17, 15) lies 0.300 mm apart & first voxel at (-9.700, 5.000, 100.000) mm in the mask
            spacing   | slice spacing 1.016 mm in the mask, 1.000 mm in the image & re-export the mask from this CT series
            direction | axis j points 5.73° away & its axes point elsewhere
            size      | 20 × 18 × 12 voxels in the mask, 20 × 18 × 16 in the image & slice spacing 1.300 mm in the mask
            """)
    void aMaskThatCoversAnotherSpaceIsRefusedInMillimetres(String mask, String fragments) {
        CommandLineRun single = cases.extract("@ct.nii.gz @" + mask + ".nii.gz -o @x.csv");

        assertThat(single.exit()).isEqualTo(3);
        assertThat(single.err())
                .contains("error GEO-001  mask and image do not cover the same space")
                .contains("mask " + mask + ".nii.gz on image ct.nii.gz")
                .contains("every corner within 0.008 mm (1 % of the smallest spacing, 0.800 mm)")
                .contains(fragments.split(" & "));
        assertThat(single.err().lines().filter(line -> line.startsWith("  fix"))).hasSize(1);
        assertThat(folder.resolve("x.csv")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shifted", "spacing", "direction", "size"})
    void aManifestTellsTheSameForItsBadCaseAndGoesOn(String mask) throws IOException {
        CommandLineRun single = cases.extract("@ct.nii.gz @" + mask + ".nii.gz -o @x.csv");
        cases.lines("cases.csv", "case_id,image,mask", "bad,ct.nii.gz," + mask + ".nii.gz", "good,ct.nii.gz,mask.nii.gz");

        CommandLineRun many = cases.extract("@cases.csv -o @t.csv --jobs 2");

        assertThat(many.exit()).as(many.err()).isEqualTo(4);
        String found = single.err().lines().filter(line -> line.startsWith("  found")).findFirst().orElseThrow();
        assertThat(many.err()).contains(found).contains("case bad: mask " + mask + ".nii.gz on image ct.nii.gz");
        assertThat(FeatureTableFile.read(folder.resolve("t.csv")).caseIds()).containsExactly("good");
        assertThat(Files.readAllLines(folder.resolve("failures.csv"))).hasSize(2).last().asString().startsWith("bad,GEO-001,");
    }

    @Test
    void resamplingServesAMaskOfAnotherSizeAndSaysSo() {
        CommandLineRun resampled = cases.extract("@ct.nii.gz @size.nii.gz --preset paper1648 -o @x.csv");
        assertThat(resampled.exit()).as(resampled.err()).isZero();
        assertThat(resampled.err()).contains("note: mask size.nii.gz on image ct.nii.gz", "drawn on another grid");
        assertThat(cases.extract("@ct.nii.gz @spacing.nii.gz --preset paper1648 -o @y.csv").err()).contains("GEO-001");
    }

    @Test
    void aMaskCutFromTheSameLatticeIsMeasuredWhereItLies() throws IOException {
        Grid cropped = grid(new Size(10, 14, 12), ExtractCases.SPACING, new PointMm(-10, 5, 100), Mat3.IDENTITY);
        cases.mask("cropped.nii.gz", cropped, 1);
        CommandLineRun run = cases.extract("@ct.nii.gz @cropped.nii.gz -o @x.csv");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("note:", "its voxels fall on the image's");
        cases.extract("@ct.nii.gz @mask.nii.gz -o @y.csv");
        FeatureTable a = FeatureTableFile.read(folder.resolve("x.csv"));
        FeatureTable b = FeatureTableFile.read(folder.resolve("y.csv"));
        assertThat(a.row(0)).isEqualTo(b.row(0));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            @ct.nii.gz @three.nii.gz              | MSK-003 & labels 19
            @ct.nii.gz @three.nii.gz --label 22   | MSK-002 & no label 22; there are 19
            @ct.nii.gz @three.nii.gz --label L1   | MSK-002 & no label 'L1'; there are 19
            @ct.nii.gz @empty.nii.gz              | MSK-001
            @ct.nii.gz @one-voxel.nii.gz          | RAD-004
            @text.nii.gz @mask.nii.gz             | IMG-001 & text.nii.gz & 5 bytes
            @ct.nii.gz @text.nii.gz               | IMG-001 & text.nii.gz
            @ct.nii.gz @none.nii.gz               | IMG-003 & none.nii.gz
            """)
    void whatCannotBeMeasuredIsRefusedWithItsCode(String words, String fragments) {
        CommandLineRun run = cases.extract(words + " -o @x.csv");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains(fragments.split(" & ")).doesNotContain("\tat ");
        assertThat(folder.resolve("x.csv")).doesNotExist();
    }

    @Test
    void everyLabelGetsARowOrAllBecomeOneRegion() {
        assertThat(cases.extract("@ct.nii.gz @three.nii.gz --label all -o @all.csv").exit()).isZero();
        assertThat(cases.extract("@ct.nii.gz @three.nii.gz --label 20,21 --merge -o @merged.csv").exit()).isZero();
        FeatureTable all = FeatureTableFile.read(folder.resolve("all.csv"));
        FeatureTable merged = FeatureTableFile.read(folder.resolve("merged.csv"));
        assertThat(all.caseIds()).containsExactly("ct:19", "ct:20", "ct:21");
        assertThat(all.texts().get("diagnostics_Mask-original_VoxelNum")).containsExactly("180", "180", "180");
        assertThat(merged.caseIds()).containsExactly("ct");
        assertThat(merged.texts().get("diagnostics_Mask-original_VoxelNum")).containsExactly("360");
    }

    @Test
    void oneRegionThatIsRefusedDoesNotStopTheOthers() throws IOException {
        short[] voxels = new short[(int) ExtractCases.SIZE.voxels()];
        voxels[0] = 7;
        for (int n = 2000; n < 2010; n++) {
            voxels[n] = 8;
            voxels[n + 20] = 8;
            voxels[n + 360] = 8;
        }
        cases.written(Volume.ofShorts(ExtractCases.GRID, voxels), "mixed.nii.gz");
        CommandLineRun run = cases.extract("@ct.nii.gz @mixed.nii.gz --label all -o @x.csv");
        assertThat(run.exit()).as(run.err()).isEqualTo(4);
        assertThat(run.err()).contains("RAD-004", "ct:7");
        assertThat(FeatureTableFile.read(folder.resolve("x.csv")).caseIds()).containsExactly("ct:8");
        assertThat(folder.resolve("failures.csv")).content().contains("ct:7,RAD-004,");
    }

    @Test
    void badCasesOfAManifestAreListedAndTheOthersGoOn() throws IOException {
        cases.lines(
                "cases.csv", "case_id,image,mask,label", "nowhere,nothing.nii.gz,mask.nii.gz,", "text,text.nii.gz,mask.nii.gz,",
                "empty,ct.nii.gz,empty.nii.gz,", "point,ct.nii.gz,one-voxel.nii.gz,", "several,ct.nii.gz,three.nii.gz,",
                "absent,ct.nii.gz,three.nii.gz,5", "good,ct.nii.gz,three.nii.gz,20");
        CommandLineRun run = cases.extract("@cases.csv -o @t.csv --jobs 3");
        assertThat(run.exit()).as(run.err()).isEqualTo(4);
        assertThat(run.err()).contains("6 of 7 cases failed");
        assertThat(FeatureTableFile.read(folder.resolve("t.csv")).caseIds()).containsExactly("good");
        assertThat(Files.readAllLines(folder.resolve("failures.csv")))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("case_id,code,where,message,fix"),
                        line -> assertThat(line).startsWith("nowhere,COH-004,"),
                        line -> assertThat(line).startsWith("text,IMG-001,"),
                        line -> assertThat(line).startsWith("empty,MSK-001,"),
                        line -> assertThat(line).startsWith("point,RAD-004,"),
                        line -> assertThat(line).startsWith("several,MSK-003,").contains("19", "20", "21"),
                        line -> assertThat(line).startsWith("absent,MSK-002,").contains("19", "20", "21"));
    }

    @Test
    void aManifestTakesLabelsForRowsThatNameNone() throws IOException {
        cases.lines("cases.csv", "case_id,image,mask,label", "a,ct.nii.gz,three.nii.gz,", "b,ct.nii.gz,three.nii.gz,19");
        assertThat(cases.extract("@cases.csv --label all -o @all.csv").exit()).isZero();
        assertThat(cases.extract("@cases.csv --merge -o @merged.csv").exit()).isZero();
        assertThat(FeatureTableFile.read(folder.resolve("all.csv")).caseIds()).containsExactly("a:19", "a:20", "a:21", "b");
        FeatureTable merged = FeatureTableFile.read(folder.resolve("merged.csv"));
        assertThat(merged.texts().get("diagnostics_Mask-original_VoxelNum")).containsExactly("540", "180");
    }
}
