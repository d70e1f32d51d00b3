package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trabecula.study.StudyResult;
import org.trabecula.study.fit.LogisticModel;

/// The clinical model: age, sex and the fusion signature.
final class NomogramSection {
    private NomogramSection() {}

    static void write(Html page, StudyResult result) {
        page.section("nomogram", "Nomogram");
        page.paragraph("Logistic regression on age, sex and the fusion signature's logit, fitted to "
                + (result.settings().crossfit() == 0 ? "in-sample" : "cross-fitted") + " scores of training patients.");
        LogisticModel model = result.clinical().nomogram();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("intercept", String.format(Locale.ROOT, "%.4f", model.intercept()), ""));
        for (int term = 0; term < model.terms().size(); term++) {
            double b = model.coefficients()[term];
            rows.add(List.of(
                    model.terms().get(term), String.format(Locale.ROOT, "%.4f", b),
                    String.format(Locale.ROOT, "%.3f", Math.exp(b))));
        }
        page.table("Coefficients", List.of("Term", "Coefficient", "Odds ratio per unit"), rows);
        page.note("Age in years; sex 1 for men; fusion on the logit scale. Acute patients of the published study were twelve years "
                + "younger: the row \"Age and sex\" in Table 2 says what these two alone achieve.");
        page.end();
    }
}
