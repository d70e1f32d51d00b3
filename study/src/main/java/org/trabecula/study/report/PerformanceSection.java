package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.Scores;
import org.trabecula.figures.RocFigure;
import org.trabecula.figures.WaterfallFigure;
import org.trabecula.stats.Outcome;
import org.trabecula.study.StudyResult;

/// ROC curves, the table of all figures with their counts, and the comparisons between models.
final class PerformanceSection {
    private static final List<String> HEADER =
            List.of("Model", "AUC", "Sensitivity", "Specificity", "Accuracy", "TP", "FP", "FN", "TN", "F1");

    private PerformanceSection() {}

    static void write(Html page, StudyResult result) {
        Evaluation evaluation = result.evaluation();
        page.section("performance", "Performance");
        page.markup("<div class=\"pair\">");
        roc(page, evaluation, Scores.Kind.TEST, "Test patients: nothing was fitted to them.");
        roc(page, evaluation, Scores.Kind.CROSSFIT, "Training patients, cross-fitted: each was scored by models that never saw them.");
        page.markup("</div>");
        page.table(
                "Table 2. Test cases. 95 % intervals in brackets: AUC by DeLong with patients as clusters, proportions by "
                        + "Wilson. Cut-offs are Youden's, fitted on cross-fitted training scores.",
                HEADER, rows(evaluation, Scores.Kind.TEST));
        page.table("Training cases, cross-fitted scores.", HEADER, rows(evaluation, Scores.Kind.CROSSFIT));
        page.markup("<details><summary>In-sample scores, for comparison with published studies</summary>");
        page.note("Scores of models on the very cases they were fitted to. They are too good and say nothing about new patients.");
        page.table("Training cases, in-sample scores.", HEADER, rows(evaluation, Scores.Kind.IN_SAMPLE));
        page.markup("</details>");
        comparisons(page, evaluation);
        waterfall(page, result);
        page.end();
    }

    private static void roc(Html page, Evaluation evaluation, Scores.Kind kind, String caption) {
        List<RocFigure.Model> models = evaluation.rows().stream()
                .filter(row -> row.kind() == kind)
                .map(row -> RocFigure.Model.of(Names.model(row.model()), row.curve(), row.auc()))
                .toList();
        if (!models.isEmpty()) {
            page.figure(RocFigure.svg("ROC curves, " + kind.label(), models), caption);
        }
    }

    private static List<List<String>> rows(Evaluation evaluation, Scores.Kind kind) {
        List<List<String>> rows = new ArrayList<>();
        for (Evaluation.Row r : evaluation.rows()) {
            if (r.kind() == kind) {
                rows.add(List.of(
                        Names.model(r.model()),
                        Names.auc(r.auc()),
                        Names.proportion(r.confusion().sensitivity()),
                        Names.proportion(r.confusion().specificity()),
                        Names.proportion(r.confusion().accuracy()),
                        Integer.toString(r.confusion().tp()),
                        Integer.toString(r.confusion().fp()),
                        Integer.toString(r.confusion().fn()),
                        Integer.toString(r.confusion().tn()),
                        Names.three(r.confusion().f1())));
            }
        }
        return rows;
    }

    private static void comparisons(Html page, Evaluation evaluation) {
        List<List<String>> rows = evaluation.comparisons().stream()
                .filter(c -> c.kind() != Scores.Kind.IN_SAMPLE)
                .map(c -> List.of(
                        c.part().label() + (c.kind() == Scores.Kind.TEST ? "" : ", " + c.kind().label()),
                        Names.model(c.a()) + " − " + Names.model(c.b()),
                        String.format(
                                Locale.ROOT, "%+.3f (%+.3f to %+.3f)", c.clustered().difference(), c.clustered().lower(),
                                c.clustered().upper()),
                        Names.p(c.clustered().p()),
                        Names.p(c.plain().p())))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        page.table(
                "DeLong tests of the difference in AUC. The clustered p-value takes several vertebrae of a patient as "
                        + "dependent; the plain one is what most papers print.",
                List.of("Part", "Models", "Difference (95 % CI)", "p, clustered", "p, plain"), rows);
    }

    private static void waterfall(Html page, StudyResult result) {
        for (Scores scores : result.scores()) {
            if (scores.kind() == Scores.Kind.TEST && scores.model().equals("nomogram")) {
                double cutoff = result.evaluation().rows().stream()
                        .filter(r -> r.kind() == Scores.Kind.TEST && r.model().equals("nomogram"))
                        .findFirst()
                        .orElseThrow()
                        .cutoff()
                        .threshold();
                page.figure(
                        WaterfallFigure.svg(
                                "Nomogram, test cases", scores.scores(), Outcome.ofZeroOne("outcome", scores.outcomes()),
                                cutoff, result.cohort().classes().positive(), result.cohort().classes().negative()),
                        "The nomogram's probability of every test case, less the cut-off.");
            }
        }
    }
}
