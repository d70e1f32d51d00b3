package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.core.Shown;
import org.trabecula.evaluation.Scores;
import org.trabecula.report.Block;
import org.trabecula.report.Cell;
import org.trabecula.report.Prose;
import org.trabecula.report.Section;
import org.trabecula.study.result.Audit;

/// What a leaky protocol would have claimed (B10), beside what this study found.
final class AuditSection {
    private AuditSection() {}

    static Section of(Audit audit) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Prose.of("The same cases, once as the published study did it (preset as-published: vertebrae split, not "
                        + "patients) and once by the settings of this study, on the true outcome and on " + Shown.count(audit.permutations(), "permutation")
                        + " of it among patients. Nothing can be predicted of a permuted outcome: what stands above 0.5 there was made by the "
                        + "protocol, and so much of the area on the true outcome may be made by it too. ")
                .see("audit")
                .and(" has the areas of the classifiers' scores. Those of training cases are of models that saw them.")));
        List<List<Cell>> rows = new ArrayList<>();
        for (Audit.Line line : audit.lines()) {
            rows.add(Cell.row(
                    Cell.words(Names.model(line.of().signature().label())),
                    Cell.words(line.of().part() == Scores.Part.TEST ? "test" : "training"),
                    Cell.words(line.of().way() == Audit.Way.PUBLISHED ? "as published" : "this study"), Cell.count(line.of().n()),
                    Cell.fixed(line.of().auc(), 3), Cell.fixed(line.mean(), 3), Cell.fixed(line.standardError(), 3),
                    Cell.fixed(line.largest(), 3)));
        }
        blocks.add(new Block.Table(
                "audit", Prose.of("Leakage audit: areas under the curve on the true outcome, and on permuted ones their mean, its standard error "
                        + "and the largest."),
                List.of("Signature", "Cases", "Protocol", "n", "AUC", "Permuted, mean", "SE", "Largest"), rows));
        if (!audit.leftOut().isEmpty()) {
            blocks.add(Block.Remark.of("Left out: " + audit.leftOut() + "."));
        }
        return new Section("audit", "Leakage audit", blocks);
    }
}
