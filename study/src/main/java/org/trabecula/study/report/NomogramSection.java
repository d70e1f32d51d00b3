package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trabecula.figures.nomogram.NomogramFigure;
import org.trabecula.stats.nomogram.Link;
import org.trabecula.study.StudyResult;
import org.trabecula.study.fit.ClinicalFit;
import org.trabecula.study.fit.LogisticModel;

/// The clinical model: age, sex and the fusion signature.
final class NomogramSection {
    private NomogramSection() {}

    static void write(Html page, StudyResult result) {
        ClinicalFit clinical = result.clinical();
        if (clinical.model().isEmpty()) {
            return;
        }
        LogisticModel model = clinical.model().get();
        page.section("nomogram", "Nomogram");
        page.paragraph("Logistic regression on " + String.join(", ", clinical.data().terms()) + " and the "
                + Names.model(clinical.signature().label()).toLowerCase(Locale.ROOT) + " signature's logit, fitted to "
                + (result.settings().crossfit() == 0 ? "in-sample" : "cross-fitted") + " scores of training patients.");
        page.figure(
                NomogramFigure.svg(
                        "Nomogram", clinical.nomogram().orElseThrow(), new Link.Logistic(),
                        "Probability of " + result.cohort().classes().positive()),
                "Read the points of each value from the top axis, add them, and read the probability below the total.");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("intercept", String.format(Locale.ROOT, "%.4f", model.intercept()), "", ""));
        for (int term = 0; term < model.terms().size(); term++) {
            double b = model.coefficients()[term];
            double se = model.standardError(term);
            rows.add(List.of(
                    model.terms().get(term), String.format(Locale.ROOT, "%.4f", b), String.format(Locale.ROOT, "%.4f", se),
                    String.format(
                            Locale.ROOT, "%.3f (%.3f–%.3f)", Math.exp(b), Math.exp(b - 1.96 * se), Math.exp(b + 1.96 * se))));
        }
        page.table(
                "Coefficients. Standard errors take several vertebrae of a patient as dependent.",
                List.of("Term", "Coefficient", "Robust SE", "Odds ratio per unit (95 % CI)"), rows);
        page.note("Age in years; sex 1 for men; the signature on the logit scale."
                + (result.cohort().classes().areFractureAge()
                        ? " Acute patients of the published study were twelve years younger: the row \"Age and sex\" in "
                                + "Table 2 says what these two alone achieve."
                        : ""));
        page.end();
    }
}
