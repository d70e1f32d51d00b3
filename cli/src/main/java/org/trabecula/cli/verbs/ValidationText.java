package org.trabecula.cli.verbs;

import java.io.PrintWriter;
import java.util.Locale;
import org.trabecula.core.Shown;
import org.trabecula.study.bundle.Recalibration;
import org.trabecula.study.validate.CohortFit;
import org.trabecula.study.validate.Validation;
import org.trabecula.study.written.RefitDocument;
import org.trabecula.study.written.ValidationFiles;

/// What `validate` prints for the eye.
record ValidationText(ValidationFiles files) {
    void print(PrintWriter out) {
        Validation.Counts cohort = files.validation().cohort();
        out.println(cohort.name() + ": " + Shown.count(cohort.rows(), "row") + ", " + cohort.excluded() + " excluded, "
                + cohort.withoutOutcome() + " without outcome, " + cohort.failed() + " failed; "
                + Shown.count(cohort.patients(), "patient"));
        new EvaluationText(files.evaluation()).print(out);
        out.println("what an update would put on the logit (standard errors by patient)");
        files.validation().fits().forEach((model, fit) -> out.println(String.format(
                Locale.ROOT, "%-20s intercept alone %s; or intercept %s, slope %s", model, intercept(fit, Recalibration.Kind.INTERCEPT),
                intercept(fit, Recalibration.Kind.SLOPE), slope(fit))));
        files.refit().ifPresent(refitted -> {
            out.println("refitted, cross-fitted by patient: every case by coefficients and cut-offs that have not met its patient");
            new EvaluationText(RefitDocument.performance(refitted)).print(out);
            refitted.left().forEach((model, why) -> out.println(model + " stays as it was: " + why));
        });
        files.update().ifPresent(update -> out.println("updated by " + update.kind().label() + ": " + ValidationFiles.BUNDLE
                + " (" + String.join(", ", update.lines().keySet().stream().map(one -> one.label()).toList()) + ")"));
        out.println("Not a medical device. For research.");
    }

    private static String intercept(CohortFit fit, Recalibration.Kind kind) {
        return withError(Shown.signed(fit.of(kind).intercept(), 3), fit.errorsOf(kind).intercept());
    }

    private static String slope(CohortFit fit) {
        return withError(Shown.fixed(fit.line().slope(), 3), fit.lineErrors().slope());
    }

    private static String withError(String value, double error) {
        return Double.isNaN(error) ? value : value + " (SE " + Shown.fixed(error, 3) + ")";
    }
}
