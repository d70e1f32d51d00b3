package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.cli.CommandLineRun;
import org.trabecula.image.Box;
import org.trabecula.image.Volume;
import org.trabecula.image.VoxelType;
import org.trabecula.image.formats.StandardFormats;
import tools.jackson.databind.JsonNode;

/// `extract --voxel-wise` as typed: the files it writes, goes on with, and leaves alone.
class VoxelWiseTest {
    private static final String FEW =
            "featureClass: {firstorder: [Mean, Maximum], glcm: [Contrast, MCC], shape: }\nvoxelSetting: {kernelRadius: 1, initValue: -7}";

    @TempDir
    Path folder;

    private ExtractCases cases;

    @BeforeEach
    void makeInput() throws IOException {
        cases = new ExtractCases(folder);
        cases.image("ct.nii.gz", 1);
        cases.mask("mask.nii.gz", ExtractCases.GRID, 20, 21);
        cases.lines("few.yaml", FEW.split("\n"));
    }

    private CommandLineRun maps(String more) {
        return cases.extract("@ct.nii.gz @mask.nii.gz --params @few.yaml --voxel-wise " + more);
    }

    @Test
    void writesAMapAFeatureInThePlaceOfTheRegion() throws IOException {
        CommandLineRun run = maps("--label 20 -o @maps");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo(folder + "/maps: 4 maps of 180 voxels\n");
        assertThat(run.err()).contains("shape is left out: it describes the whole region and has no map, as in PyRadiomics");
        assertThat(names("maps"))
                .containsExactly(
                        "maps.csv", "original_firstorder_Maximum.nrrd", "original_firstorder_Mean.nrrd", "original_glcm_Contrast.nrrd",
                        "original_glcm_MCC.nrrd");
        Volume map = StandardFormats.ALL.open(folder.resolve("maps/original_firstorder_Mean.nrrd")).read();
        assertThat(map.type()).isEqualTo(VoxelType.FLOAT64);
        // the block i 2…6, j 5…10, k 4…9 and one voxel around
        Volume ct = StandardFormats.ALL.open(folder.resolve("ct.nii.gz")).read();
        assertThat(map.grid()).isEqualTo(ct.grid().cropped(new Box(1, 4, 3, 7, 11, 10)));
        // in the middle a full kernel, in the corner the eight voxels that are inside; sums of whole numbers
        assertThat(map.at(3, 3, 3)).isCloseTo(mean(ct, new Box(3, 6, 5, 5, 8, 7)), within(1e-12));
        assertThat(map.at(1, 1, 1)).isCloseTo(mean(ct, new Box(2, 5, 4, 3, 6, 5)), within(1e-12));
        assertThat(map.at(0, 0, 0)).isEqualTo(-7);
    }

    private static double mean(Volume ct, Box box) {
        double sum = 0;
        double[] values = ct.toDoubles(box);
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private List<String> names(String where) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(where))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void severalRegionsGetAFolderEachAndJsonTellsThemAll() throws IOException {
        CommandLineRun run = maps("--label 20,21 --format nifti --json -o @maps -q");
        assertThat(run.exit()).as(run.err()).isZero();
        JsonNode regions = run.json().path("regions");
        assertThat(regions).hasSize(2);
        JsonNode contrast = regions.get(1).path("maps").get(2);
        assertThat(contrast.path("map").asString()).isEqualTo("original_glcm_Contrast");
        Path file = Path.of(regions.get(1).path("folder").asString()).resolve(contrast.path("file").asString());
        assertThat(file.toString()).endsWith(".nii.gz");
        double[] values = StandardFormats.ALL.open(file).read().toDoubles();
        assertThat(contrast.path("greatest").asDouble()).isEqualTo(Arrays.stream(values).max().orElseThrow());
        assertThat(run.json().path("failures")).isEmpty();
    }

    @Test
    void aRunThatWasStoppedGoesOnWithoutComputingAgainWhatIsWhole() throws IOException {
        maps("--label 20 -o @maps");
        byte[] whole = Files.readAllBytes(folder.resolve("maps/original_glcm_MCC.nrrd"));
        Files.writeString(folder.resolve("maps/original_glcm_MCC.nrrd"), "half");
        Files.delete(folder.resolve("maps/original_glcm_Contrast.nrrd"));
        FileTime longAgo = FileTime.fromMillis(0);
        Files.setLastModifiedTime(folder.resolve("maps/original_firstorder_Mean.nrrd"), longAgo);

        CommandLineRun again = maps("--label 20 -o @maps --jobs 2");

        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.out()).contains("4 maps of 180 voxels, 2 of them finished by an earlier run");
        assertThat(Files.readAllBytes(folder.resolve("maps/original_glcm_MCC.nrrd"))).isEqualTo(whole);
        assertThat(Files.getLastModifiedTime(folder.resolve("maps/original_firstorder_Mean.nrrd"))).isEqualTo(longAgo);
        assertThat(maps("--label 20 -o @maps").out()).contains("4 of them finished by an earlier run");
    }

    @Test
    void picturesAreDrawnAlsoOfMapsThatWereThere() throws IOException {
        maps("--label 20 -o @maps");
        byte[] map = Files.readAllBytes(folder.resolve("maps/original_glcm_MCC.nrrd"));
        CommandLineRun drawn = maps("--label 20 -o @maps --png");
        assertThat(drawn.exit()).as(drawn.err()).isZero();
        BufferedImage picture = ImageIO.read(folder.resolve("maps/original_glcm_MCC.png").toFile());
        assertThat(picture.getWidth()).isEqualTo(3 * 360);
        assertThat(Files.readAllBytes(folder.resolve("maps/original_glcm_MCC.nrrd"))).isEqualTo(map);
        assertThat(maps("--label 20 -o @maps --png").out()).contains("4 of them finished by an earlier run");
    }

    @Test
    void mapsOfSomethingElseAndForeignFilesStay() throws IOException {
        maps("--label 20 -o @maps");
        CommandLineRun other = maps("--label 21 -o @maps");
        assertThat(other.exit()).isEqualTo(3);
        assertThat(other.err()).contains("error MAP-001").contains("4 maps of another image, mask, settings or version");
        assertThat(maps("--label 21 -o @maps --force").exit()).isZero();

        Files.createDirectory(folder.resolve("mine"));
        Files.writeString(folder.resolve("mine/original_glcm_MCC.nrrd"), "mine");
        CommandLineRun foreign = maps("--label 20 -o @mine");
        assertThat(foreign.exit()).isEqualTo(3);
        assertThat(foreign.err()).contains("error MAP-002").contains("original_glcm_MCC.nrrd");
        assertThat(names("mine")).containsExactly("original_glcm_MCC.nrrd");
        assertThat(folder.resolve("mine/original_glcm_MCC.nrrd")).hasContent("mine");
    }

    @Test
    void aCaseThatFailsDoesNotStopTheOthers() throws IOException {
        cases.lines("cases.csv", "case_id,image,mask,label", "bad,ct.nii.gz,mask.nii.gz,7", "good,ct.nii.gz,mask.nii.gz,20");
        CommandLineRun run = cases.extract("@cases.csv --params @few.yaml --voxel-wise -o @maps");
        assertThat(run.exit()).as(run.err()).isEqualTo(4);
        assertThat(names("maps")).containsExactly("failures.csv", "good");
        assertThat(Files.readAllLines(folder.resolve("maps/failures.csv"))).hasSize(2).last().asString().startsWith("bad,MSK-002,");
        assertThat(names("maps/good")).hasSize(5);
    }

    /// 4 × 4.8 × 6 mm in voxels of 0.02 mm: 14 million, of which 24 maps would take 2.8 GB.
    @Test
    void whatMemoryCannotHoldIsRefusedBeforeItIsComputed() throws IOException {
        cases.lines("fine.yaml", "setting: {resampledPixelSpacing: [0.02, 0.02, 0.02]}");
        CommandLineRun run = cases.extract("@ct.nii.gz @mask.nii.gz --label 20 --params @fine.yaml --voxel-wise -o @maps");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("error RAD-016").contains("feature maps of ct").contains("name fewer features of a class");
        assertThat(names("maps")).isEmpty();
    }

    @Test
    void sameBytesForAnyNumberOfThreads() throws IOException {
        maps("--label 20 -o @one --jobs 1");
        maps("--label 20 -o @four --jobs 4");
        for (String name : names("one")) {
            assertThat(folder.resolve("four").resolve(name)).hasSameBinaryContentAs(folder.resolve("one").resolve(name));
        }
    }

    @Test
    void aDryRunWritesNothingAndATableSaysThatItUsesNoKernels() throws IOException {
        CommandLineRun dry = maps("--label 20 -o @maps --dry-run");
        assertThat(dry.exit()).as(dry.err()).isZero();
        assertThat(dry.out()).contains("would map ct: 180 voxels");
        assertThat(folder.resolve("maps")).doesNotExist();
        CommandLineRun table = cases.extract("@ct.nii.gz @mask.nii.gz --label 20 --params @few.yaml -o @t.csv");
        assertThat(table.exit()).as(table.err()).isZero();
        assertThat(table.err()).contains("voxelSetting is about feature maps (--voxel-wise) and changes nothing here");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --png -o @x.csv                                        | --png goes with --voxel-wise
            --format nifti -o @x.csv                               | --format goes with --voxel-wise
            --voxel-wise --format mha -o @m                        | --format takes nrrd or nifti
            --voxel-wise --save-intermediate @s -o @m              | goes with a table of features
            --voxel-wise --preset ibsi --configuration C -o @m     | the standard of --preset ibsi defines none
            --voxel-wise                                           | where results go
            --voxel-wise -o -                                      | maps are several files
            --voxel-wise --shard 1/2 -o @m                         | a manifest of its own cases
            """)
    void flagsThatDoNotGoTogetherAreWrongUsage(String flags, String says) {
        CommandLineRun run = cases.extract("@ct.nii.gz @mask.nii.gz --label 20 " + flags);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(says);
    }
}
