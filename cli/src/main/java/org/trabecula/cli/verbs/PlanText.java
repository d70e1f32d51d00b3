package org.trabecula.cli.verbs;

import java.io.PrintWriter;
import java.util.Locale;
import org.trabecula.core.Shown;
import org.trabecula.evaluation.document.SampleSizeDocument;
import org.trabecula.stats.samplesize.DevelopmentSize;
import org.trabecula.stats.samplesize.Precision;
import org.trabecula.stats.samplesize.ValidationSize;

/// What `plan` prints for the eye.
record PlanText(SampleSizeDocument document) {
    void print(PrintWriter out) {
        document.development().ifPresent(size -> print(size, out));
        document.validation().ifPresent(size -> print(size, out));
    }

    private void print(DevelopmentSize size, PrintWriter out) {
        out.println("to develop a model of " + Shown.count(size.parameters(), "candidate feature") + ", prevalence "
                + Shown.value(size.fit().prevalence()) + ", Cox and Snell's R² " + Shown.fixed(size.fit().coxSnell(), 3)
                + " (at most " + Shown.fixed(size.fit().largest(), 3) + "; Nagelkerke's " + Shown.fixed(size.fit().nagelkerke(), 3) + ")");
        line(out, size.ofShrinkage(), "effects shrink to " + Shown.value(size.shrinkage()) + " at least", size);
        line(out, size.ofOptimism(), "Nagelkerke's R² overrated by 0.05 at most", size);
        line(out, size.ofOverallRisk(), "overall risk known to ± 0.05", size);
        out.println("needed: " + Shown.count(size.cases(), "case") + " with " + Shown.count(size.events(), "event") + ", "
                + perFeature(size, size.cases()));
        document.available().ifPresent(cases -> out.println(Shown.count(cases, "case") + " that there are: "
                + perFeature(size, cases) + "; effects would shrink to " + Shown.fixed(size.expectedShrinkage(cases), 2)
                + (cases >= size.cases()
                        ? "; enough"
                        : "; enough for " + Shown.count(size.mostParameters(cases), "candidate feature"))));
    }

    private static void line(PrintWriter out, int cases, String why, DevelopmentSize size) {
        out.println(String.format(Locale.ROOT, "  %,9d  %-42s %s", cases, why, perFeature(size, cases)));
    }

    private static String perFeature(DevelopmentSize size, int cases) {
        return Shown.significant(size.eventsPerParameter(cases), 3) + " events per candidate feature";
    }

    private static void print(ValidationSize size, PrintWriter out) {
        out.println("to validate a model, prevalence " + Shown.value(size.prevalence()) + ", AUC " + Shown.fixed(size.auc(), 3));
        line(out, size.ofObserved(), "observed/expected");
        line(out, size.ofSlope(), "calibration slope");
        line(out, size.ofAuc(), "AUC");
        size.netBenefit().ifPresent(found -> line(out, found.precision(), "standardised net benefit at "
                + Shown.value(found.at().threshold()) + " (sensitivity " + Shown.fixed(found.at().sensitivity(), 2)
                + ", specificity " + Shown.fixed(found.at().specificity(), 2) + ")"));
        out.println("needed: " + Shown.count(size.cases(), "case") + " with " + Shown.count(size.events(), "event"));
    }

    private static void line(PrintWriter out, Precision found, String of) {
        out.println(String.format(Locale.ROOT, "  %,9d  ", found.cases()) + of + ": interval " + Shown.value(found.width()) + " wide");
    }
}
