package org.trabecula.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.core.Problem;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.extraction.feature.Extracted;
import org.trabecula.radiomics.parameters.Preset;

/// Two workers in processes of their own, and one of them killed in the middle; from a disk and from an object store.
@Tag("slow")
class TwoWorkersTest {
    private static final int SCANS = 150;

    @TempDir
    Path folder;

    private Path manifest;

    @BeforeEach
    void makeInput() throws IOException {
        manifest = new SmallCohort(Files.createDirectories(folder.resolve("cohort"))).manifest(SCANS);
    }

    private static Process start(LocalCluster cluster, String manifest, String output) throws IOException {
        return cluster.start(
                "extract", "--manifest", manifest, "--preset", "paper1648", "--output", output, "--part-rows", "10");
    }

    @Test
    void anExecutorKilledInTheMiddleCostsNoRowAndDoublesNone() throws IOException, InterruptedException {
        Path output = folder.resolve("out");
        LocalCluster cluster = new LocalCluster(folder, Map.of());
        Process driver = start(cluster, manifest.toString(), output.toString());

        cluster.executorsAfter(3, driver, output.toString()).getFirst().destroyForcibly();

        outlivesTheLoss(cluster, driver);
        Extracted expected = Compared.byExtract(manifest, Preset.PAPER1648.settings());
        isThat(expected, output);
        assertThat(Compared.told(Compared.merged(output).failures())).isEqualTo(Compared.told(expected.failures()));
    }

    /// The same where manifest, images and masks are read from, and rows and failures written to, a server that speaks S3.
    @Test
    void anObjectStoreLosesNoRowWithAnExecutorAndDoublesNone() throws Exception {
        try (ObjectStore store = new ObjectStore(folder.resolve("objects"))) {
            store.take(folder.resolve("cohort"));
            String output = ObjectStore.BUCKET + "/out";
            LocalCluster cluster = new LocalCluster(folder, store.settings());
            Process driver = start(cluster, ObjectStore.BUCKET + "/cases.csv", output);

            cluster.executorsAfter(3, driver, output).getFirst().destroyForcibly();

            outlivesTheLoss(cluster, driver);
            Extracted expected = Compared.byExtract(manifest, Preset.PAPER1648.settings());
            Path brought = store.brought("out", folder.resolve("brought"));
            isThat(expected, brought);
            // places are the store's, the rest is the same
            assertThat(codes(Compared.merged(brought).failures())).isEqualTo(codes(expected.failures())).hasSize(3);
        }
    }

    @Test
    void aDriverKilledInTheMiddleGoesOnWhereItStopped() throws IOException, InterruptedException {
        Path output = folder.resolve("out");
        LocalCluster cluster = new LocalCluster(folder, Map.of());
        Process driver = start(cluster, manifest.toString(), output.toString());
        cluster.executorsAfter(3, driver, output.toString());
        List<ProcessHandle> executors = driver.descendants().toList();
        driver.destroyForcibly();
        executors.forEach(ProcessHandle::destroyForcibly);
        assertThat(driver.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(output.resolve("_SUCCESS")).doesNotExist();

        Process again = start(cluster, manifest.toString(), output.toString());

        assertThat(again.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(again.exitValue()).as(cluster.log()).isEqualTo(4);
        assertThat(cluster.log()).containsPattern("; [1-9]\\d* cases were done before");
        Extracted expected = Compared.byExtract(manifest, Preset.PAPER1648.settings());
        isThat(expected, output);
        assertThat(Compared.told(Compared.merged(output).failures())).isEqualTo(Compared.told(expected.failures()));
    }

    private static void outlivesTheLoss(LocalCluster cluster, Process driver) throws IOException, InterruptedException {
        assertThat(driver.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(driver.exitValue()).as(cluster.log()).isEqualTo(4); // the three bad cases
        assertThat(cluster.log()).contains("Lost executor");
    }

    private static void isThat(Extracted expected, Path output) throws IOException {
        Extracted merged = Compared.merged(output);
        assertThat(merged.table().rows()).isEqualTo(2 * SCANS);
        assertThat(Compared.bytes(merged.table())).isEqualTo(Compared.bytes(expected.table()));
    }

    private static List<String> codes(List<CaseFailure> failures) {
        return failures.stream()
                .map(one -> one.caseId() + " " + one.problems().stream().map(Problem::code).map(code -> code.code()).toList())
                .toList();
    }
}
