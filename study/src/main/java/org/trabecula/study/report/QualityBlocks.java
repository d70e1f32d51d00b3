package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.core.Shown;
import org.trabecula.extraction.check.QualityCheck;
import org.trabecula.extraction.check.QualityFinding;
import org.trabecula.report.Block;
import org.trabecula.report.Cell;
import org.trabecula.report.Prose;
import org.trabecula.study.input.QualityGate;
import org.trabecula.study.result.StudyResult;

/// What the automatic quality checks found, by check: how many cases, and how many of them were left out for it.
final class QualityBlocks {
    private static final Block HEADING = new Block.Heading("Automatic quality checks");

    private QualityBlocks() {}

    /// Nothing of a ready table, of which no check can be made.
    static List<Block> of(StudyResult result) {
        if (result.findings().isEmpty()) {
            return List.of();
        }
        List<QualityFinding> findings = result.findings().get();
        long checked = result.cohort().cases().stream().filter(one -> one.exclude().isEmpty() || excludedByCheck(one.exclude())).count();
        String looked = "Every case was checked automatically before anything was measured, without a look at its outcome: "
                + "cut by the field of view, volume and height for its level, metal, order of levels, missing slices, slices unlike "
                + "the other scans', air, separate pieces, fused neighbours. ";
        if (findings.isEmpty()) {
            return List.of(HEADING, Block.Paragraph.of(looked + "Nothing was found in " + Shown.count(checked, "case") + "."));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(HEADING);
        blocks.add(new Block.Paragraph(Prose.of(looked + warned(findings) + " of " + Shown.count(checked, "case") + " raised a warning (")
                .see("quality").and("); " + excluding(result) + " Numbers of each are in checks.csv.")));
        blocks.add(table(result, findings));
        return blocks;
    }

    private static long warned(List<QualityFinding> findings) {
        return findings.stream().map(QualityFinding::caseId).distinct().count();
    }

    private static String excluding(StudyResult result) {
        List<String> names = result.settings().excludeOn().names();
        return names.isEmpty()
                ? "none was left out for it."
                : "cases with a warning of " + String.join(", ", names) + " were left out" + (names.size() > 1 ? ", each counted under the first of these." : ".");
    }

    private static boolean excludedByCheck(Optional<String> reason) {
        return List.of(QualityCheck.values()).stream().anyMatch(check -> reason.filter(QualityGate.reason(check)::equals).isPresent());
    }

    private static Block table(StudyResult result, List<QualityFinding> findings) {
        List<List<Cell>> rows = new ArrayList<>();
        for (QualityCheck check : QualityCheck.values()) {
            List<QualityFinding> found = findings.stream().filter(one -> one.check() == check).toList();
            if (!found.isEmpty()) {
                String reason = QualityGate.reason(check);
                long left = result.cohort().cases().stream().filter(one -> one.exclude().filter(reason::equals).isPresent()).count();
                rows.add(Cell.row(
                        Cell.words(check.what()), Cell.words(check.key()), Cell.count(warned(found)),
                        Cell.count(found.stream().map(one -> one.vertebra().patientId()).distinct().count()), Cell.count(left)));
            }
        }
        return new Block.Table(
                "quality", Prose.of("Warnings of the automatic quality checks. A case may have several."),
                List.of("Warning", "Check", "Cases", "Patients", "Cases left out for it"), rows);
    }
}
