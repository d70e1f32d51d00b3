package org.trabecula.cli.verbs;

import java.io.PrintWriter;
import java.util.Locale;
import org.trabecula.core.Shown;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.document.TableDocument;
import org.trabecula.stats.calibration.Calibration;
import org.trabecula.stats.roc.AucComparison;
import org.trabecula.stats.roc.AucEstimate;
import org.trabecula.stats.roc.Confusion;

/// What `evaluate` prints for the eye: a few lines a model.
record EvaluationText(TableDocument document) {
    void print(PrintWriter out) {
        Evaluation evaluation = document.evaluation();
        Evaluation.Row any = evaluation.rows().getFirst();
        out.println(Shown.count(any.n(), "row") + ", " + Shown.count(any.positives(), "case") + "; cut-offs chosen on " + document.cutoffsChosenOn());
        evaluation.rows().forEach(row -> print(row, out));
        for (Evaluation.Comparison found : evaluation.comparisons()) {
            AucComparison shown = found.grouped() ? found.clustered() : found.plain();
            out.println(found.a() + " − " + found.b() + ": " + Shown.signed(found.plain().difference(), 3) + ", "
                    + Shown.pInWords(shown.p())
                    + (found.grouped() ? " (DeLong by patient)" : " (DeLong)")
                    + (shown.standardError() == 0 ? "; both order the cases alike, there is nothing to test" : ""));
        }
    }

    private static void print(Evaluation.Row row, PrintWriter out) {
        AucEstimate auc = row.reported();
        out.println(String.format(Locale.ROOT, "%-20s AUC %s%s, average precision %s", row.model(),
                Shown.interval(auc.auc(), auc.lower(), auc.upper(), 3),
                row.isGrouped() ? " by patient" : "", number(row.precisionRecall().averagePrecision())));
        Confusion table = row.confusion();
        out.println(String.format(Locale.ROOT, "%-20s at %s: sensitivity %s, specificity %s (TP %d, FP %d, TN %d, FN %d)", "",
                Shown.value(row.cutoff().threshold()), number(table.sensitivity().value()), number(table.specificity().value()),
                table.tp(), table.fp(), table.tn(), table.fn()));
        row.probabilities().ifPresent(found -> {
            Calibration calibration = found.calibration();
            out.println(String.format(Locale.ROOT,
                    "%-20s Brier %s, calibration slope %s, intercept %s, E/O %s, ICI %s", "", number(calibration.brier()),
                    number(calibration.line().slope()), number(calibration.line().intercept()),
                    number(calibration.expectedObserved()), number(calibration.errors().mean())));
        });
    }

    private static String number(double value) {
        return Shown.fixed(value, 3);
    }
}
