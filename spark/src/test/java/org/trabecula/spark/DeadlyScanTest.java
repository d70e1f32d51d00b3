package org.trabecula.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.extraction.feature.Extracted;
import org.trabecula.radiomics.parameters.Preset;
import org.trabecula.table.FeatureTable;

/// A scan that ends every executor that takes it.
@Tag("slow")
class DeadlyScanTest {
    private static final int SCANS = 6;
    private static final List<String> LOST = List.of("upper1", "lower1");

    @TempDir
    Path folder;

    /// Three executors are lost, its two cases are told as such, and every other case has the row that `extract` gives it.
    @Test
    void aScanThatEndsItsExecutorThreeTimesIsToldAndLeftOut() throws IOException, InterruptedException {
        Path manifest = new SmallCohort(Files.createDirectories(folder.resolve("cohort"))).manifest(SCANS);
        String there = DeadlyFileSystem.SCHEME + "://" + folder;
        LocalCluster cluster = new LocalCluster(folder, Map.of("fs." + DeadlyFileSystem.SCHEME + ".impl", DeadlyFileSystem.class.getName()));

        Process driver = cluster.start(
                "extract", "--manifest", there + "/cohort/cases.csv", "--preset", "original", "--output", there + "/out");

        assertThat(driver.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(driver.exitValue()).as(cluster.log()).isEqualTo(4);
        assertThat(cluster.log().split("Lost executor", -1).length - 1).as("executors lost").isEqualTo(ScanFunction.MOST_TRIES);
        Extracted expected = Compared.byExtract(manifest, Preset.ORIGINAL.settings());
        Extracted merged = Compared.merged(folder.resolve("out"));
        List<String> others = expected.table().caseIds().stream().filter(id -> !LOST.contains(id)).toList();
        FeatureTable without = expected.table().cases(others);
        assertThat(Compared.bytes(merged.table())).isEqualTo(Compared.bytes(without));
        List<CaseFailure> lost = merged.failures().stream().filter(one -> LOST.contains(one.caseId())).toList();
        assertThat(lost).extracting(CaseFailure::caseId).containsExactlyElementsOf(LOST);
        assertThat(lost).allSatisfy(one -> assertThat(one.problems().getFirst().text())
                .contains("SPK-001", DeadlyFileSystem.DEADLY, "memoryOverhead"));
        assertThat(merged.failures()).hasSize(LOST.size() + 3); // with the three bad cases of every small cohort
    }
}
