package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.core.Shown;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.Scores;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.report.Block;
import org.trabecula.report.Cell;
import org.trabecula.report.Prose;
import org.trabecula.study.fit.LogisticModel;
import org.trabecula.study.result.StudyResult;

/// How much better signatures look on the cases that they were fitted to than on others, and what that does to their fusion.
final class GapBlocks {
    private static final int DECIMALS = 3;

    private GapBlocks() {}

    /// Empty without cross-fitted scores.
    static List<Block> of(StudyResult result) {
        Evaluation evaluation = result.evaluation();
        boolean tested = evaluation.rows().stream().anyMatch(row -> row.kind() == Scores.Kind.TEST);
        List<List<Cell>> rows = new ArrayList<>();
        for (Evaluation.Row inSample : evaluation.rows()) {
            Optional<Evaluation.Row> held = row(evaluation, inSample.model(), Scores.Kind.CROSSFIT);
            if (inSample.kind() != Scores.Kind.IN_SAMPLE || held.isEmpty()) {
                continue;
            }
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.words(Names.model(inSample.model())), Cell.count(inSample.n()), Cell.fixed(inSample.auc().auc(), DECIMALS),
                    Cell.count(held.get().n()), Cell.fixed(held.get().auc().auc(), DECIMALS), Cell.fixed(inSample.auc().auc() - held.get().auc().auc(), DECIMALS)));
            if (tested) {
                cells.add(row(evaluation, inSample.model(), Scores.Kind.TEST)
                        .map(test -> Cell.fixed(test.auc().auc(), DECIMALS)).orElse(Cell.EMPTY));
            }
            rows.add(cells);
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> header = new ArrayList<>(List.of("Model", "n in-sample", "AUC in-sample", "n cross-fitted", "AUC cross-fitted", "Gap"));
        if (tested) {
            header.add("AUC test (n = " + result.split().test().size() + ")");
        }
        List<Block> blocks = new ArrayList<>(List.of(new Block.Table(
                "gap",
                Prose.of("The gap between training cases as their own models score them and as models that never saw their patient do."),
                header, rows)));
        if (result.fitted().deep().isPresent()) {
            blocks.add(Block.Remark.of(fusion(result)));
        }
        return blocks;
    }

    private static Optional<Evaluation.Row> row(Evaluation evaluation, String model, Scores.Kind kind) {
        return evaluation.rows().stream().filter(row -> row.kind() == kind && row.model().equals(model)).findFirst();
    }

    private static String fusion(StudyResult result) {
        String early = "Fusion (early) is fitted to hand-crafted features beside components of a network"
                + (result.settings().finetune().epochs() > 0
                        ? " that was fine-tuned on the same cases: in training they look better than they will in new cases, and it trusts them too much."
                        : ".");
        return result.clinical().lateFusion()
                .map(attempt -> early + " Late fusion weighs scores of both signatures that are cross-fitted, so that neither flatters itself: "
                        + attempt.model().map(GapBlocks::weights).orElse("here it is no usable model, because " + attempt.why()) + ".")
                .orElse(early + (result.settings().crossfit() > 0 ? " The setting fusion: late weighs cross-fitted scores in place of features." : ""));
    }

    private static String weights(LogisticModel late) {
        List<String> terms = new ArrayList<>();
        for (int term = 0; term < late.terms().size(); term++) {
            terms.add(Shown.fixed(late.coefficients()[term], DECIMALS) + " × logit of " + Names.inSentence(late.terms().get(term)));
        }
        return "logit = " + Shown.fixed(late.intercept(), DECIMALS) + " + " + String.join(" + ", terms)
                + (late.note().isEmpty() ? "" : " (" + late.note() + ")");
    }

    /// For the methods; empty where the study fuses features alone.
    static String method(StudyResult result) {
        return result.clinical().lateFusion().isEmpty()
                ? ""
                : " Late fusion is a logistic regression on the logits of the " + SignatureKind.HCR.label() + " and "
                        + SignatureKind.DTL.label() + " signatures, fitted to cross-fitted scores, with weights that are not negative.";
    }
}
