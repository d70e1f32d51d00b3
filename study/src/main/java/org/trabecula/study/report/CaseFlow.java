package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.trabecula.cohort.ClassNames;
import org.trabecula.cohort.Flow;
import org.trabecula.core.Shown;
import org.trabecula.figures.FlowFigure;
import org.trabecula.stats.LabelledRows;
import org.trabecula.study.result.StudyResult;

/// The way of the cases from eligible to training and test, as a drawing.
final class CaseFlow {
    private CaseFlow() {}

    static String svg(StudyResult result) {
        LabelledRows train = result.split().train();
        LabelledRows test = result.split().test();
        List<String> excluded = new ArrayList<>();
        for (Map.Entry<String, Flow.Excluded> reason : result.flow().excluded().entrySet()) {
            excluded.add(Shown.count(reason.getValue().cases(), "case") + " of " + Shown.count(reason.getValue().patients(), "patient") + ": " + reason.getKey());
        }
        if (!result.failures().isEmpty()) {
            excluded.add(result.failures().size() + " failed, see failures.csv");
        }
        List<String> used = List.of(
                Shown.count(train.size() + test.size(), "case") + " used",
                "of " + Shown.count(patients(Stream.of(train, test)), "patient"));
        return FlowFigure.svg(
                "Flow of cases",
                List.of(
                        new FlowFigure.Step(List.of(Shown.count(result.flow().eligible(), "case") + " eligible"), excluded),
                        new FlowFigure.Step(used, List.of())),
                test.isEmpty()
                        ? List.of(part("Cross-validated", train, result.cohort().classes()))
                        : List.of(part("Training", train, result.cohort().classes()), part("Test", test, result.cohort().classes())));
    }

    private static List<String> part(String name, LabelledRows rows, ClassNames classes) {
        return List.of(
                name,
                Shown.count(rows.size(), "case") + " of " + Shown.count(patients(Stream.of(rows)), "patient"),
                rows.outcome().cases() + " " + classes.positive() + ", " + rows.outcome().controls() + " " + classes.negative());
    }

    private static long patients(Stream<LabelledRows> parts) {
        return parts.flatMap(rows -> rows.patients().stream()).distinct().count();
    }
}
