package org.trabecula.study.report.checklist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.stats.LabelledRows;
import org.trabecula.study.report.checklist.Answer.ForAuthors;
import org.trabecula.study.report.checklist.Answer.Met;
import org.trabecula.study.report.checklist.Answer.NotApplicable;
import org.trabecula.study.report.checklist.Answer.NotMet;
import org.trabecula.study.result.StudyResult;

/// What a run can say of items that ask for centres, from what ran and not from what was asked for.
final class CentreAnswers {
    private CentreAnswers() {}

    /// Whether there are several.
    static Answer several(StudyResult result) {
        int centres = centres(result).size();
        return centres == 0
                ? new ForAuthors("the manifest has no centres")
                : centres == 1 ? new NotMet("one centre") : new Met(centres + " centres: Cohort, baseline table");
    }

    /// Whether performance is told by centre.
    static Answer performance(StudyResult result) {
        if (centres(result).size() < 2) {
            return new NotApplicable("not more than one centre is named");
        }
        if (isLeftOut(result)) {
            return new Met("Repeated cross-validation: each centre by models that never saw it");
        }
        Set<String> strangers = strangers(result);
        if (!strangers.isEmpty()) {
            return new Met("Performance: test cases of " + named(strangers) + ", of which nothing trained");
        }
        long areas = result.scrutiny().subgroups().stream()
                .filter(group -> group.by().equals("centre") && group.auc().isPresent())
                .map(group -> group.group())
                .distinct()
                .count();
        return areas > 1
                ? new Met("Subgroups: areas in " + areas + " centres, all of which were trained on")
                : new NotMet("performance is not given by centre: fewer than two centres have "
                        + result.scrutiny().smallestGroup() + " cases of each class in one part");
    }

    /// Whether cases of an institution tested that none of the training cases are of.
    static Answer otherInstitution(StudyResult result) {
        Set<String> strangers = strangers(result);
        if (!strangers.isEmpty()) {
            return new Met("test cases of " + named(strangers) + ", of which nothing trained: Performance");
        }
        return isLeftOut(result)
                ? new Met("each centre in turn, by models that never saw it: Repeated cross-validation")
                : new NotMet("not in this run; trabecula validate takes the model to another cohort");
    }

    private static boolean isLeftOut(StudyResult result) {
        return result.repeated().filter(repeated -> repeated.centres().rows().stream().anyMatch(row -> row.auc().isPresent())).isPresent();
    }

    private static String named(Set<String> centres) {
        return (centres.size() == 1 ? "centre " : "the centres ") + String.join(", ", centres);
    }

    /// Centres of the test cases, where every test case names one and no training case is of it.
    private static Set<String> strangers(StudyResult result) {
        Map<String, String> centreOf = new HashMap<>();
        result.cohort().included().forEach(one -> centreOf.put(one.caseId(), one.centre()));
        Set<String> test = of(result.split().test(), centreOf);
        Set<String> train = of(result.split().train(), centreOf);
        return train.contains("") || test.contains("") || test.stream().anyMatch(train::contains) ? Set.of() : test;
    }

    private static Set<String> of(LabelledRows rows, Map<String, String> centreOf) {
        return rows.ids().stream().map(id -> centreOf.getOrDefault(id, "")).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> centres(StudyResult result) {
        return result.cohort().included().stream().map(VertebraCase::centre).filter(centre -> !centre.isEmpty()).distinct().toList();
    }
}
