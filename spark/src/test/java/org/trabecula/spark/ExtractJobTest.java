package org.trabecula.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.core.InputException;
import org.trabecula.deep.crop.CropSettings;
import org.trabecula.deep.network.BottleneckStride;
import org.trabecula.deep.network.NetworkWeights;
import org.trabecula.deep.network.Networks;
import org.trabecula.deep.network.RandomInitialisation;
import org.trabecula.extraction.feature.Extracted;
import org.trabecula.radiomics.parameters.Preset;
import org.trabecula.table.FeatureTableFile;

/// A job in local mode against the extraction that `extract` runs.
class ExtractJobTest {
    private static final int SCANS = 6;

    @TempDir
    static Path folder;

    private static JavaSparkContext spark;
    private static Path manifest;

    @BeforeAll
    static void start() throws IOException {
        manifest = new SmallCohort(folder).manifest(SCANS);
        spark = new JavaSparkContext(new SparkConf()
                .setMaster("local[2]")
                .setAppName("test")
                .set("spark.ui.enabled", "false")
                .set("spark.hadoop.fs.copied.impl", CopiedFileSystem.class.getName())
                .set("spark.local.dir", folder.resolve("spark").toString()));
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static ExtractJob.Result run(String manifestPlace, String output, String... more) throws IOException {
        String[] words = Stream.concat(
                        Stream.of("extract", "--manifest", manifestPlace, "--output", output), Stream.of(more))
                .toArray(String[]::new);
        return new ExtractJob(spark, JobOptions.of(words)).run();
    }

    /// To the last bit: every double, every text, the order of rows and columns, and what is said of the cases that failed.
    @Test
    void rowsAndFailuresAreThoseOfExtract() throws IOException {
        Path output = folder.resolve("local");
        Extracted expected = Compared.byExtract(manifest, Preset.PAPER1648.settings());

        ExtractJob.Result result = run(manifest.toString(), output.toString(), "--preset", "paper1648", "--part-rows", "5");

        Extracted merged = Compared.merged(output);
        assertThat(result).isEqualTo(new ExtractJob.Result(0, 2 * SCANS, 3));
        assertThat(Compared.bytes(merged.table())).isEqualTo(Compared.bytes(expected.table()));
        assertThat(Compared.told(merged.failures())).isEqualTo(Compared.told(expected.failures())).hasSize(3);
        assertThat(output.resolve("_SUCCESS")).exists();
        assertThat(failures(output)).containsExactlyInAnyOrder("gone COH-004", "bad MSK-001", "poison IMG-001");
    }

    /// To the last bit, and with the network refused or read before anything is computed.
    @Test
    void embeddingsAreThoseOfEmbed() throws IOException {
        NetworkWeights weights = RandomInitialisation.network(
                Networks.named("resnet18", BottleneckStride.CONV2, 3, 10).orElseThrow(), 3);
        Path file = folder.resolve("resnet18.safetensors");
        weights.save(file);
        Extracted expected = Compared.byEmbed(manifest, weights, CropSettings.paper());
        Path output = folder.resolve("embedded");

        ExtractJob.Result result = new ExtractJob(spark, JobOptions.of(
                "embed", "--manifest", manifest.toString(), "--weights", file.toString(), "--output", output.toString(), "--part-rows", "5")).run();

        Extracted merged = Compared.merged(output);
        assertThat(result).isEqualTo(new ExtractJob.Result(0, 2 * SCANS, 3));
        assertThat(merged.table().names()).hasSize(512);
        assertThat(Compared.bytes(merged.table())).isEqualTo(Compared.bytes(expected.table()));
        assertThat(Compared.told(merged.failures())).isEqualTo(Compared.told(expected.failures())).hasSize(3);
        assertThatThrownBy(() -> new ExtractJob(spark, JobOptions.of(
                "embed", "--manifest", manifest.toString(), "--weights", file.toString(), "--output", output.toString(), "--size", "32")).run())
                .as("crops of another size")
                .hasMessageContaining("PRT-002");
        assertThatThrownBy(() -> new ExtractJob(spark, JobOptions.of(
                "embed", "--manifest", manifest.toString(), "--weights", manifest.toString(), "--output", output.toString())).run())
                .as("a file that holds no weights")
                .hasMessageContaining("WTS-001");
    }

    private static List<String> failures(Path output) throws IOException {
        try (Stream<Path> files = Files.list(output.resolve("failures"))) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .map(FeatureTableFile::read)
                    .flatMap(table -> table.caseIds().stream()
                            .map(id -> id + " " + table.texts().getOrDefault("code", List.of()).get(table.rowOf(id))))
                    .toList();
        }
    }

    /// From another file system everything is copied, and people are told of the files that they know. No copy stays.
    @Test
    void aFileSystemOfAnotherKindGivesTheSameRows() throws IOException {
        String far = CopiedFileSystem.SCHEME + "://" + folder;
        List<Path> before = copies();
        run(far + "/cases.csv", far + "/far", "--preset", "original");
        run(far + "/cases.csv", far + "/far", "--preset", "original"); // reads the parts of the first
        assertThatThrownBy(() -> run(far + "/cases.csv", far + "/far", "--preset", "paper1648")).hasMessageContaining("PRT-002");
        assertThat(copies()).isEqualTo(before);
        Extracted merged = Compared.merged(folder.resolve("far"));
        assertThat(Compared.bytes(merged.table())).isEqualTo(Compared.bytes(Compared.byExtract(manifest, Preset.ORIGINAL.settings()).table()));
        assertThat(Compared.told(merged.failures()))
                .anyMatch(text -> text.startsWith("poison") && text.contains(CopiedFileSystem.SCHEME + ":") && text.contains("text.nii.gz"))
                .noneMatch(text -> text.contains("trabecula-scan"));
    }

    private static List<Path> copies() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("trabecula-(job|scan)-\\d+")).sorted().toList();
        }
    }

    @Test
    void aJobBegunAgainDoesWhatIsMissingAndNothingElse() throws IOException {
        Path output = folder.resolve("again");
        run(manifest.toString(), output.toString(), "--preset", "original", "--part-rows", "4");
        byte[] whole = Compared.bytes(Compared.merged(output).table());
        Path lost = output.resolve("rows/part-00001.parquet");
        Files.delete(lost);
        Files.deleteIfExists(output.resolve("rows/.part-00001.parquet.crc"));
        Path kept = output.resolve("rows/part-00000.parquet");
        byte[] before = Files.readAllBytes(kept);
        Path failedThen = Files.createDirectories(output.resolve("failures")).resolve("part-00001.parquet");
        Path neverCommitted = failedThen.resolveSibling("part-00099.parquet");
        Files.write(failedThen, before);
        Files.write(neverCommitted, before);

        ExtractJob.Result result = run(manifest.toString(), output.toString(), "--preset", "original");

        assertThat(result.found()).isLessThan(2 * SCANS + 3).isPositive();
        assertThat(result.rows()).isEqualTo(2 * SCANS);
        assertThat(Compared.bytes(Compared.merged(output).table())).isEqualTo(whole);
        assertThat(kept).hasBinaryContent(before);
        assertThat(failedThen).as("failures of a part that is no more").doesNotExist();
        assertThat(neverCommitted).as("failures of a part that never was").doesNotExist();
        assertThat(failures(output)).containsExactlyInAnyOrder("gone COH-004", "bad MSK-001", "poison IMG-001");
        assertThat(run(manifest.toString(), output.toString(), "--preset", "original").found()).isEqualTo(2 * SCANS + 3);
    }

    @Test
    void anOutputOfOtherSettingsIsRefused() throws IOException {
        Path output = folder.resolve("other");
        run(manifest.toString(), output.toString(), "--preset", "original");
        Path params = Files.writeString(folder.resolve("width.yaml"), "setting:\n  binWidth: 10\n");
        assertThatThrownBy(() -> run(manifest.toString(), output.toString(), "--params", params.toString()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("PRT-002");
    }

    @Test
    void aManifestThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> run(folder + "/none.csv", folder + "/x", "--preset", "original"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("SPK-002");
    }
}
