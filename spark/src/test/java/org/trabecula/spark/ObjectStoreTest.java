package org.trabecula.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.core.InputException;
import org.trabecula.extraction.feature.Extracted;
import org.trabecula.radiomics.parameters.Preset;

/// Manifest, images, masks and results in an object store that speaks S3, and how files come to be there.
class ObjectStoreTest {
    private static final int SCANS = 3;
    private static final byte[] SOME = new byte[100_000];

    @TempDir
    static Path folder;

    private static ObjectStore store;
    private static Path manifest;

    @BeforeAll
    static void start() throws Exception {
        manifest = new SmallCohort(Files.createDirectories(folder.resolve("cohort"))).manifest(SCANS);
        store = new ObjectStore(folder.resolve("objects"));
        store.take(folder.resolve("cohort"));
    }

    @AfterAll
    static void stop() throws Exception {
        store.close();
    }

    /// To the last bit, as from a disk; and nothing but whole parts is left in the store.
    @Test
    void rowsAndFailuresAreThoseOfExtract() throws IOException {
        Extracted expected = Compared.byExtract(manifest, Preset.ORIGINAL.settings());
        SparkConf configuration = new SparkConf()
                .setMaster("local[2]")
                .setAppName("test")
                .set("spark.ui.enabled", "false")
                .set("spark.local.dir", folder.resolve("spark").toString());
        store.settings().forEach((name, value) -> configuration.set("spark.hadoop." + name, value));
        try (JavaSparkContext spark = new JavaSparkContext(configuration)) {
            ExtractJob.Result result = new ExtractJob(spark, JobOptions.of(
                    "extract", "--manifest", ObjectStore.BUCKET + "/cases.csv", "--output", ObjectStore.BUCKET + "/out", "--preset", "original",
                    "--part-rows", "4")).run();
            assertThat(result).isEqualTo(new ExtractJob.Result(0, 2 * SCANS, 3));
        }
        Extracted merged = Compared.merged(store.brought("out", folder.resolve("brought")));
        assertThat(Compared.bytes(merged.table())).isEqualTo(Compared.bytes(expected.table()));
        assertThat(merged.failures()).extracting(one -> one.caseId()).containsExactlyInAnyOrder("gone", "bad", "poison");
        assertThat(names("out/rows")).isNotEmpty().allMatch(name -> name.matches("part-\\d{5}\\.parquet"));
        assertThat(store.files().exists(ObjectStore.path("out/_SUCCESS"))).isTrue();
    }

    @Test
    void whileAFileIsWrittenNothingIsThere() throws IOException {
        WholeFile.fresh(ObjectStore.path("while/part"), store.configuration()).write(out -> {
            out.write(SOME);
            out.flush();
            assertThat(store.files().exists(ObjectStore.path("while/part"))).isFalse();
            out.write(SOME);
        });
        assertThat(store.files().getFileStatus(ObjectStore.path("while/part")).getLen()).isEqualTo(2L * SOME.length);
        assertThat(names("while")).containsExactly("part");
    }

    /// A driver whose disk fills up, or who is interrupted, in the middle of a part.
    @Test
    void aFileThatCannotBeFinishedIsNotThere() throws IOException {
        assertThatThrownBy(() -> WholeFile.fresh(ObjectStore.path("half/part"), store.configuration()).write(out -> {
            out.write(SOME);
            throw new IOException("in the middle");
        })).hasMessage("in the middle");
        assertThat(store.files().exists(ObjectStore.path("half/part"))).isFalse();
    }

    /// The test above would see a half: the same without giving up is one.
    @Test
    void aStreamThatIsClosedInTheMiddleIsAnObject() throws IOException {
        try (var out = store.files().create(ObjectStore.path("closed/part"))) {
            out.write(SOME);
        }
        assertThat(store.files().getFileStatus(ObjectStore.path("closed/part")).getLen()).isEqualTo(SOME.length);
    }

    @Test
    void aPartOfAnotherDriverIsNotWrittenOver() throws IOException {
        Configuration configuration = store.configuration();
        WholeFile.fresh(ObjectStore.path("taken/part"), configuration).write(out -> out.write(1));
        assertThatThrownBy(() -> WholeFile.fresh(ObjectStore.path("taken/part"), configuration).write(out -> out.write(SOME)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("SPK-002");
        WholeFile.over(ObjectStore.path("taken/part"), configuration).write(out -> out.write(SOME));
        assertThat(store.files().getFileStatus(ObjectStore.path("taken/part")).getLen()).isEqualTo(SOME.length);
    }

    private static String[] names(String place) throws IOException {
        FileSystem files = store.files();
        return Arrays.stream(files.listStatus(ObjectStore.path(place))).map(FileStatus::getPath).map(org.apache.hadoop.fs.Path::getName)
                .toArray(String[]::new);
    }
}
