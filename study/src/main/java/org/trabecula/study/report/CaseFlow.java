package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.trabecula.cohort.ClassNames;
import org.trabecula.core.Shown;
import org.trabecula.figures.FlowFigure;
import org.trabecula.learn.Subject;
import org.trabecula.study.result.StudyResult;

/// The way of the cases from eligible to training and test, as a drawing.
final class CaseFlow {
    private CaseFlow() {}

    static String svg(StudyResult result) {
        List<Subject> train = result.split().train();
        List<Subject> test = result.split().test();
        List<String> excluded = new ArrayList<>();
        for (Map.Entry<String, Integer> reason : result.flow().excluded().entrySet()) {
            excluded.add(reason.getValue() + " " + reason.getKey());
        }
        if (!result.failures().isEmpty()) {
            excluded.add(result.failures().size() + " failed, see failures.csv");
        }
        List<String> used = List.of(
                Shown.count(train.size() + test.size(), "case") + " used", "of " + Shown.count(patients(train, test), "patient"));
        return FlowFigure.svg(
                "Flow of cases",
                List.of(
                        new FlowFigure.Step(List.of(Shown.count(result.flow().eligible(), "case") + " eligible"), excluded),
                        new FlowFigure.Step(used, List.of())),
                List.of(part("Training", train, result.cohort().classes()), part("Test", test, result.cohort().classes())));
    }

    private static List<String> part(String name, List<Subject> subjects, ClassNames classes) {
        long positives = subjects.stream().filter(s -> s.outcome() == 1).count();
        return List.of(
                name,
                Shown.count(subjects.size(), "case") + " of " + Shown.count(patients(subjects, List.of()), "patient"),
                positives + " " + classes.positive() + ", " + (subjects.size() - positives) + " " + classes.negative());
    }

    private static long patients(List<Subject> a, List<Subject> b) {
        return Stream.concat(a.stream(), b.stream()).map(Subject::patientId).distinct().count();
    }
}
