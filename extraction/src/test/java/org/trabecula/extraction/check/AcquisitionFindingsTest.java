package org.trabecula.extraction.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.cohort.CaseFiles;
import org.trabecula.cohort.CaseUse;
import org.trabecula.cohort.Part;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Progress;
import org.trabecula.core.StageStore;
import org.trabecula.dicom.formats.DicomFormat;
import org.trabecula.extraction.check.AcquisitionFindings.Scan;
import org.trabecula.extraction.region.CaseNotes;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.image.Acquisition;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.testkit.Reference;

/// How scans were taken: what is odd by itself, and beside the others.
class AcquisitionFindingsTest {
    @TempDir
    Path folder;

    private static Acquisition taken(String modality, String kernel, double thickMm) {
        return new Acquisition(modality, kernel, thickMm > 0 ? OptionalDouble.of(thickMm) : OptionalDouble.empty());
    }

    private static VertebraCase of(String id, Part part) {
        return VertebraCase.named(id, "p").withUse(CaseUse.of(1, part));
    }

    private static Scan scan(int n, Acquisition taken, Part part) {
        return new Scan(List.of(of("a" + n, part), of("b" + n, part)), taken, 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CT  | 1     | 1   | ''
            CT  | 1.09  | 1   | ''
            CT  | 0.91  | 1   | ''
            ''  | 0     | 1   | ''
            CT  | 3     | 2   | CHK-017 slices 3.00 mm thick, 2.00 mm apart: they overlap
            CT  | 1     | 2.5 | CHK-017 slices 1.00 mm thick, 2.50 mm apart: nothing is known between them
            MR  | 0     | 1   | CHK-015 modality MR
            """)
    void aScanIsLookedAtByItself(String modality, double thickMm, double apartMm, String expected) {
        assertThat(AcquisitionFindings.ofOne(of("c", Part.NOT_GIVEN), taken(modality, "", thickMm), apartMm))
                .extracting(one -> one.check().code() + " " + one.problem().found())
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    /// Twenty scans: some of another kernel, some without one, all of one thickness.
    @ParameterizedTest
    @CsvSource({"1, 0, 2", "2, 0, 4", "3, 0, 0", "1, 9, 2", "1, 10, 2", "1, 11, 0", "2, 10, 0"})
    void aRareKernelIsAnOutlier(int others, int unknown, int findings) {
        List<Scan> scans = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            String kernel = n < others ? "B30f" : n < others + unknown ? "" : "B60s";
            scans.add(scan(n, taken("CT", kernel, 1), Part.NOT_GIVEN));
        }
        List<QualityFinding> found = AcquisitionFindings.of(scans);
        assertThat(found).hasSize(findings).allMatch(one -> one.check() == QualityCheck.KERNEL);
        if (findings == 2) {
            assertThat(found.getFirst().problem().expected()).isEqualTo("B60s, as in " + (19 - unknown) + " of " + (20 - unknown) + " scans");
            assertThat(found).extracting(QualityFinding::caseId).containsExactly("a0", "b0");
        }
    }

    @Test
    void withoutAMajorityNoKernelIsOdd() {
        List<Scan> scans = new ArrayList<>();
        for (int n = 0; n < 21; n++) {
            scans.add(scan(n, taken("CT", n < 10 ? "A" : n < 20 ? "B" : "C", 1), Part.NOT_GIVEN));
        }
        assertThat(AcquisitionFindings.of(scans)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 0"})
    void aRareThicknessIsAnOutlier(int others, int findings) {
        List<Scan> scans = new ArrayList<>();
        for (int n = 0; n < 12; n++) {
            scans.add(scan(n, taken("CT", "", n < others ? 5 : 1), Part.NOT_GIVEN));
        }
        assertThat(AcquisitionFindings.of(scans)).hasSize(findings).allMatch(one -> one.check() == QualityCheck.THICKNESS)
                .allMatch(one -> one.problem().found().equals("slices 5.00 mm thick"));
    }

    @Test
    void partsOfDifferentKernelsAreSaidOnce() {
        List<Scan> scans = new ArrayList<>();
        for (int n = 0; n < 8; n++) {
            scans.add(scan(n, taken("CT", n < 6 ? "B60s" : "B30f", 1), n < 6 ? Part.TRAIN : Part.TEST));
        }
        assertThat(AcquisitionFindings.of(scans)).singleElement().satisfies(one -> {
            assertThat(one.caseId()).isEqualTo("a6");
            assertThat(one.check()).isEqualTo(QualityCheck.KERNEL_BY_PART);
            assertThat(one.problem().found()).isEqualTo("kernels B60s in the training part, B30f in the test part");
        });
        scans.add(scan(8, taken("CT", "B60s", 1), Part.TEST));
        assertThat(AcquisitionFindings.of(scans)).isEmpty();
        assertThat(QualityCheck.keys()).doesNotContain("kernel-by-part").contains("kernel-outlier");
    }

    /// The real series: 3 mm thick, 2 mm apart; what is known of it is found again where counts are kept.
    @Test
    void aRealSeriesSaysHowItWasTaken() throws IOException {
        Optional<Path> series = Reference.whole("dicom/ct-series/ts-spine-20");
        assumeTrue(series.isPresent(), "../shared/reference is not present");
        CaseOpener opener = CaseOpener.study(StandardFormats.ALL.with(new DicomFormat()), new CaseNotes(Progress.NONE));
        List<VertebraCase> cases = List.of(VertebraCase.named("t12", "p").withLevel("T12").withFiles(CaseFiles.of(
                series.get().resolve("dicom"), series.get().resolve("labels-totalsegmentator-v2.nii.gz"), Optional.of("T12"))));
        for (int time = 0; time < 2; time++) {
            try (StageStore store = StageStore.open(folder.resolve("kept"), "kept")) {
                assertThat(new QualityChecks(opener, store, 1, Progress.NONE).of(cases))
                        .filteredOn(one -> one.check() == QualityCheck.THICKNESS)
                        .singleElement()
                        .satisfies(one -> assertThat(one.problem().found()).isEqualTo("slices 3.00 mm thick, 2.00 mm apart: they overlap"));
            }
        }
    }
}
