package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trabecula.figures.CoefficientFigure;
import org.trabecula.figures.CrossValidationFigure;
import org.trabecula.figures.PathFigure;
import org.trabecula.learn.signature.LassoTrace;
import org.trabecula.study.StudyResult;
import org.trabecula.study.fit.FittedSignature;
import org.trabecula.study.fit.StepCount;

/// How many features each step left, and what the LASSO chose.
final class SelectionSection {
    private SelectionSection() {}

    static void write(Html page, StudyResult result) {
        page.section("features", "Features and signatures");
        page.paragraph("Every step was fitted on training patients only. The counts say how many features it left.");
        page.table(
                "Features by step", List.of("Signature", "Step", "Before", "After", "Remark"),
                counts(result.fitted().signatures()));
        for (FittedSignature signature : result.fitted().signatures()) {
            signature(page, signature, result.cohort().classes().positive());
        }
        page.end();
    }

    private static List<List<String>> counts(List<FittedSignature> signatures) {
        List<List<String>> rows = new ArrayList<>();
        for (FittedSignature signature : signatures) {
            for (StepCount count : signature.counts()) {
                rows.add(List.of(
                        Names.model(signature.name()), count.step(), Integer.toString(count.before()),
                        Integer.toString(count.after()), count.note()));
            }
        }
        return rows;
    }

    private static void signature(Html page, FittedSignature fitted, String positive) {
        String name = Names.model(fitted.name());
        LassoTrace lasso = fitted.lasso();
        page.heading(name + " signature: " + fitted.signature().names().size() + " features");
        page.markup("<div class=\"pair\">");
        page.figure(
                PathFigure.svg(
                        name + " signature, coefficient path", lasso.lambdas(), lasso.path(), lasso.names(), lasso.lambdaMin()),
                "LASSO path. The numbers above count the features at each penalty.");
        page.figure(
                CrossValidationFigure.svg(
                        name + " signature, cross-validation", "Binomial deviance", lasso.cvLambdas(), lasso.cvMean(),
                        lasso.cvSd(), lasso.lambdaMin(), lasso.lambda1se()),
                String.format(
                        Locale.ROOT, "Cross-validation by patient: best at lambda %.4g; one standard error at %.4g.",
                        lasso.lambdaMin(), lasso.lambda1se()));
        page.markup("</div>");
        page.figure(
                CoefficientFigure.svg(
                        name + " signature, coefficients", fitted.signature().names(), fitted.signature().coefficients()),
                "Coefficients on z-scored features: what weighs most, and in which direction (right: towards "
                        + positive + ").");
        page.markup("<details><summary>Formula of the score</summary><pre>" + Html.escape(wrapped(fitted.signature().formula()))
                + "</pre></details>");
    }

    /// One term a line.
    private static String wrapped(String formula) {
        return formula.replace(" + ", "\n+ ").replace(" - ", "\n- ");
    }
}
