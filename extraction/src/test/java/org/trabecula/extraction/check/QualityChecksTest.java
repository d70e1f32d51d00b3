package org.trabecula.extraction.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.cohort.CaseFiles;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Progress;
import org.trabecula.core.StageStore;
import org.trabecula.extraction.Made;
import org.trabecula.extraction.region.CaseNotes;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.image.Grid;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.testkit.Reference;

/// A spine of three bodies (L1 above, 40 × 30 × 24 mm, 35 mm from centre to centre), sound and made wrong on purpose.
class QualityChecksTest {
    private static final Grid GRID = Grid.axisAligned(new Size(40, 40, 70), Spacing.isotropic(2));
    private static final CaseOpener OPENER = CaseOpener.study(StandardFormats.ALL, new CaseNotes(Progress.NONE));

    @TempDir
    Path folder;

    /// The label of body 1 (L1), 2 or 3, from the head down, as voxels of 2 mm have it: 20 × 15 × 12 of them.
    private static double spine(int i, int j, int k) {
        for (int body = 1; body <= 3; body++) {
            int from = 70 - 17 * body;
            if (i >= 10 && i < 30 && j >= 12 && j < 27 && k >= from && k < from + 12) {
                return body;
            }
        }
        return 0;
    }

    private static double bone(int i, int j, int k, SplittableRandom random) {
        return (spine(i, j, k) > 0 ? 250 : 40) + random.nextInt(-30, 30);
    }

    private static boolean in(int value, int low, int high) {
        return value >= low && value <= high;
    }

    private Path ct(String wrong) throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        return new Made(folder).write("ct-" + wrong.replace(' ', '-') + ".nii", GRID, (i, j, k) -> switch (wrong) {
            case "a screw" -> in(i, 15, 16) && in(j, 15, 30) && in(k, 58, 59) ? 3071 : bone(i, j, k, random);
            case "a screw beside" -> in(i, 32, 33) && in(j, 15, 30) && in(k, 58, 59) ? 3071 : bone(i, j, k, random);
            case "a bright voxel" -> i == 15 && j == 15 && k == 58 ? 3071 : bone(i, j, k, random);
            case "air" -> k > 50 ? -800 + random.nextInt(100) : bone(i, j, k, random);
            case "a cleft of gas" -> in(i, 15, 24) && in(j, 15, 24) && k == 58 ? -700 : bone(i, j, k, random);
            case "an empty slice" -> k == 60 ? -1024 : bone(i, j, k, random);
            case "a repeated slice" -> {
                SplittableRandom fixed = new SplittableRandom(i * 1000L + j * 100_000L + (k == 60 ? 59 : k));
                yield bone(i, j, k == 60 ? 59 : k, fixed);
            }
            default -> bone(i, j, k, random);
        });
    }

    private Path mask(String wrong) throws IOException {
        return new Made(folder).write("mask-" + wrong.replace(' ', '-') + ".nii", GRID, (i, j, k) -> switch (wrong) {
            case "cut above" -> in(k, 58, 69) ? (in(i, 10, 29) && in(j, 12, 26) ? 1 : 0) : spine(i, j, k) == 1 ? 0 : spine(i, j, k);
            case "cut at the side" -> i < 20 && in(j, 12, 26) && in(k, 53, 64) ? 1 : spine(i, j, k) == 1 ? 0 : spine(i, j, k);
            case "a thin slab" -> spine(i, j, k) == 1 && k > 54 ? 0 : spine(i, j, k);
            case "a small core" -> spine(i, j, k) == 1 && !(in(i, 14, 21) && in(j, 14, 21)) ? 0 : spine(i, j, k);
            case "a huge region" -> in(k, 53, 64) && in(i, 1, 38) && in(j, 4, 27) ? 1 : spine(i, j, k);
            case "two pieces" -> spine(i, j, k) == 1 && in(i, 18, 21) ? 0 : spine(i, j, k);
            case "a speck" -> i == 35 && j == 35 && k == 60 ? 1 : spine(i, j, k);
            case "two in one" -> in(i, 10, 29) && in(j, 12, 26) && in(k, 36, 64) ? 1 : spine(i, j, k);
            case "a high region" -> in(i, 10, 29) && in(j, 12, 26) && in(k, 46, 68) && spine(i, j, k) != 2 ? 1 : spine(i, j, k);
            case "touching" -> in(i, 10, 29) && in(j, 12, 26) && in(k, 48, 52) ? 1 : spine(i, j, k);
            default -> spine(i, j, k);
        });
    }

    private static VertebraCase vertebra(String id, String level, Path ct, Path mask, int label) {
        return VertebraCase.named(id, "p").withLevel(level).withFiles(CaseFiles.of(ct, mask, Optional.of(Integer.toString(label))));
    }

    private static List<QualityFinding> findings(List<VertebraCase> cases) {
        return new QualityChecks(OPENER, StageStore.none(), 2, Progress.NONE).of(cases);
    }

    private static List<VertebraCase> three(Path ct, Path mask, String... levels) {
        List<VertebraCase> cases = new ArrayList<>();
        for (int label = 1; label <= 3; label++) {
            cases.add(vertebra("v" + label, levels[label - 1], ct, mask, label));
        }
        return cases;
    }

    /// What is said of the first body; `-`: nothing at all, of none.
    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            sound            | sound           | -                   |
            sound            | cut above       | cut-by-field-of-view | '300 of 3600 voxels lie in the uppermost slice'
            sound            | cut at the side | cut-by-field-of-view | '180 of 3600 voxels lie in the right edge'
            sound            | a thin slab     | volume-out-of-range | '4.8 cm³'
            sound            | a small core    | volume-out-of-range | '6.1 cm³'
            sound            | a huge region   | volume-out-of-range | '87.6 cm³'
            sound            | a thin slab     | height-out-of-range | '4 mm high'
            sound            | a high region   | height-out-of-range | '42 mm high'
            sound            | two in one      | fused-with-neighbour | '58 mm high'
            sound            | touching        | fused-with-neighbour | '12.0 cm² lie on the region of case v2'
            sound            | two pieces      | separate-pieces     | '2 pieces; all but the largest hold 1440 voxels, 50 % of the region'
            sound            | a speck         | -                   |
            a screw          | sound           | metal               | '48 voxels of the region (1.3 %) and 16 voxels within 10 mm'
            a screw beside   | sound           | metal               | '0 voxels of the region (0 %) and 64 voxels within 10 mm'
            a bright voxel   | sound           | -                   |
            air              | sound           | outside-body        | '100 % of the region below −300 HU'
            a cleft of gas   | sound           | -                   |
            an empty slice   | sound           | slice-gaps          | '1 hold one value only and 0 repeat'
            a repeated slice | sound           | slice-gaps          | '0 hold one value only and 1 repeat'
            """)
    void whatIsMadeWrongIsFound(String ct, String mask, String check, String words) throws IOException {
        List<QualityFinding> found = findings(three(ct(ct), mask(mask), "L1", "L2", "L3"));
        if (check.equals("-")) {
            assertThat(found).isEmpty();
            return;
        }
        assertThat(found)
                .filteredOn(one -> one.caseId().equals("v1") && one.check().key().equals(check))
                .singleElement()
                .satisfies(one -> assertThat(one.problem().found()).contains(words));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            L1 L2 L3    | -        |
            T12 L1 L2   | -        |
            L5 L6 S1    | -        |
            ' '         | -        |
            L2 L1 L3    | v1 v2 v3 | L1 lies 34 mm below L2
            L1 L1 L2    | v1 v2    | both are called L1
            T1 L1 L2    | v1 v2    | 34 mm from T1 to L1
            """)
    void levelsLieAsThoseOfASpine(String levels, String cases, String words) throws IOException {
        String[] three = levels.isBlank() ? new String[] {"", "", ""} : levels.split(" ", -1);
        List<QualityFinding> found = findings(three(ct("sound"), mask("sound"), three)).stream()
                .filter(one -> one.check() == QualityCheck.LEVEL_ORDER)
                .toList();
        if (cases.equals("-")) {
            assertThat(found).isEmpty();
            return;
        }
        assertThat(found).extracting(QualityFinding::caseId).containsOnly(cases.split(" ", -1));
        assertThat(found).anyMatch(one -> one.problem().found().contains(words));
    }

    @Test
    void regionsOfTwoFilesThatOverlapAreFused() throws IOException {
        Path ct = ct("sound");
        List<VertebraCase> cases = List.of(vertebra("v1", "L1", ct, mask("two in one"), 1), vertebra("v2", "L2", ct, mask("sound"), 2));
        assertThat(findings(cases))
                .filteredOn(one -> one.caseId().equals("v2") && one.check() == QualityCheck.FUSED)
                .singleElement()
                .satisfies(one -> assertThat(one.problem().found()).isEqualTo("3600 of 3600 voxels belong to case v1 too"));
    }

    /// Twelve scans, one with slices of 5 mm in place of 2; six of each are two protocols and no outliers.
    @ParameterizedTest
    @ValueSource(ints = {1, 6})
    void oneScanWithOtherSlicesIsAnOutlier(int thick) throws IOException {
        Grid other = Grid.axisAligned(new Size(40, 40, 28), new Spacing(2, 2, 5));
        Path mask = mask("sound");
        Path thickMask = new Made(folder).write("mask-thick.nii", other, (i, j, k) -> spine(i, j, Math.min(69, k * 5 / 2)) == 1 ? 1 : 0);
        List<VertebraCase> cases = new ArrayList<>();
        for (int n = 0; n < 12; n++) {
            Path ct = new Made(folder).ct("ct" + n + ".nii", n < thick ? other : GRID, 0, 300);
            cases.add(vertebra("c" + n, "L1", ct, n < thick ? thickMask : mask, 1));
        }
        List<QualityFinding> found = findings(cases).stream().filter(one -> one.check() == QualityCheck.SPACING).toList();
        if (thick == 1) {
            assertThat(found).singleElement().satisfies(one -> assertThat(one.problem().found()).isEqualTo("slices 5.00 mm apart"));
        } else {
            assertThat(found).isEmpty();
        }
    }

    @Test
    void countsAreKeptAndFoundAgain() throws IOException {
        List<VertebraCase> cases = three(ct("a screw"), mask("two pieces"), "L2", "L1", "L3");
        List<QualityFinding> first;
        try (StageStore store = StageStore.open(folder.resolve("kept"), "kept")) {
            first = new QualityChecks(OPENER, store, 1, Progress.NONE).of(cases);
        }
        assertThat(Files.list(folder.resolve("kept/checks"))).hasSize(1);
        try (StageStore store = StageStore.open(folder.resolve("kept"), "kept")) {
            List<QualityFinding> again = new QualityChecks(OPENER, store, 1, Progress.NONE).of(cases);
            assertThat(again).isEqualTo(first).hasSizeGreaterThan(3);
            assertThat(Files.list(folder.resolve("kept/checks"))).hasSize(1);
        }
    }

    @Test
    void aCaseThatCannotBeOpenedIsLeftToOthers() throws IOException {
        List<VertebraCase> cases = List.of(
                vertebra("gone", "L1", ct("sound"), mask("sound"), 9), vertebra("v2", "L2", ct("sound"), mask("sound"), 2));
        assertThat(findings(cases)).isEmpty();
    }

    /// Whole vertebrae of a real scan: T12 and T11 reach its last slice (its README says so), and nothing else is odd.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void realVertebraeRaiseNoFalseAlarm(boolean levels) {
        Path ct = Reference.root().resolve("ct/abdomen-3mm");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isDirectory(ct), "no reference data");
        List<VertebraCase> cases = new ArrayList<>();
        List<String> names = List.of("S1", "L5", "L4", "L3", "L2", "L1", "T12", "T11");
        for (int n = 0; n < names.size(); n++) {
            cases.add(vertebra(names.get(n), levels ? names.get(n) : "", ct.resolve("ct.nii.gz"), ct.resolve("labels.nii.gz"), 26 + n));
        }
        assertThat(findings(cases))
                .filteredOn(one -> !(one.caseId().equals("T11") && one.check() == QualityCheck.VOLUME))
                .extracting(one -> one.caseId() + " " + one.check().key())
                .containsExactly("T12 cut-by-field-of-view", "T11 cut-by-field-of-view");
    }
}
