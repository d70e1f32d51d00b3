package org.trabecula.study;

import java.util.Locale;
import org.trabecula.core.Shown;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.samplesize.AnticipatedFit;
import org.trabecula.stats.samplesize.DevelopmentSize;
import org.trabecula.study.result.StudyResult;

/// One sentence about what the training cases can carry: events for every candidate feature, and what Riley's criteria would
/// ask for.
final class SampleSizeNote {
    /// What Riley and colleagues advise to expect where nothing is known: 15 % of the largest R² (doi:10.1136/bmj.m441).
    private static final double NAGELKERKE = 0.15;
    private static final double SHRINKAGE = 0.9;

    private SampleSizeNote() {}

    static String of(StudyResult result) {
        int components = result.fitted().deep().map(part -> part.components().getLast().names().size()).orElse(0);
        return of(result.split().train().outcome(), result.raw().names().size() + components);
    }

    /// @param outcome    of the training cases, both classes among them
    /// @param candidates features that may enter
    static String of(Outcome outcome, int candidates) {
        DevelopmentSize size =
                DevelopmentSize.of(AnticipatedFit.ofNagelkerke(NAGELKERKE, outcome.prevalence()), candidates, SHRINKAGE);
        int cases = outcome.size();
        return "sample size: " + Shown.count(outcome.cases(), "event") + " in " + Shown.count(cases, "training case") + " for "
                + Shown.count(candidates, "candidate feature") + ", " + Shown.significant(size.eventsPerParameter(cases), 2)
                + " events each; without selection and penalty Riley's criteria would ask for "
                + String.format(Locale.ROOT, "%,d", size.cases()) + " cases" + here(size, cases) + " (Nagelkerke's R² of " + NAGELKERKE
                + " assumed; see trabecula plan)";
    }

    private static String here(DevelopmentSize size, int cases) {
        return cases < size.ofOverallRisk() || cases >= size.cases()
                ? ""
                : ", or for at most " + Shown.count(size.mostParameters(cases), "candidate") + " here";
    }
}
