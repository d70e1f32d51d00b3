package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.cohort.ClassNames;
import org.trabecula.core.Shown;
import org.trabecula.report.Block;
import org.trabecula.report.Cell;
import org.trabecula.report.Prose;
import org.trabecula.study.result.ReaderAgreement;
import org.trabecula.study.result.StudyResult;

/// How far two readers agreed on the outcome before their consensus.
final class ReadersBlocks {
    private ReadersBlocks() {}

    /// Nothing where the table has no two readings.
    static List<Block> of(StudyResult result) {
        Optional<ReaderAgreement> found = ReaderAgreement.of(result);
        if (found.isEmpty()) {
            return List.of();
        }
        ReaderAgreement a = found.get();
        ClassNames classes = result.cohort().classes();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("Two readers"));
        blocks.add(new Block.Paragraph(Prose.of(words(a)).and(" ").see("readers").and(" has the counts.")));
        if (a.against() > 0) {
            blocks.add(Block.Remark.of("The outcome of " + Shown.count(a.against(), "case") + " is neither reader's call, though they agreed: "
                    + "a third source decided, or a cell is wrong."));
        }
        blocks.add(new Block.Table(
                "readers", Prose.of("Calls of two readers, n = " + a.cases() + ". Consensus decided the cases off the diagonal."),
                List.of("Reader 1", "Reader 2: " + classes.positive(), "Reader 2: " + classes.negative(), "All"),
                List.of(
                        row(classes.positive(), a.both(), a.firstOnly()), row(classes.negative(), a.secondOnly(), a.neither()),
                        row("All", a.both() + a.secondOnly(), a.firstOnly() + a.neither()))));
        return blocks;
    }

    /// In a sentence or two; for check-lists as well.
    static String words(ReaderAgreement a) {
        String share = "Two readers agreed on the outcome of " + (a.both() + a.neither()) + " of " + Shown.count(a.cases(), "case") + " ("
                + Shown.interval(100 * a.agreed(), 100 * a.agreedLimits().lower(), 100 * a.agreedLimits().upper(), 1) + " %)";
        String kappa = Double.isNaN(a.kappa().kappa())
                ? "; Cohen's kappa does not exist, as both gave every case the same class."
                : "; Cohen's kappa " + Shown.interval(a.kappa().kappa(), a.limits().lower(), a.limits().upper(), 3) + ", 95 % limits "
                        + (a.byPatient()
                                ? "by drawing " + Shown.count(a.patients(), "patient") + ", as some have several cases."
                                : "by its asymptotic standard error.");
        return share + kappa + (a.disagreements() == 0
                ? ""
                : " Of " + Shown.count(a.disagreements(), "disagreement") + " consensus resolved " + a.resolved() + ".");
    }

    private static List<Cell> row(String name, int positive, int negative) {
        return Cell.row(Cell.words(name), Cell.count(positive), Cell.count(negative), Cell.count((long) positive + negative));
    }
}
