package org.trabecula.learn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.stats.resampling.Strata;
import org.trabecula.table.FeatureTable;

/// Who trains and who tests. All vertebrae of a patient stand on one side, except in [#byCase], which exists to show what
/// goes wrong otherwise.
public final class Split {
    private final List<Subject> train;
    private final List<Subject> test;

    private Split(List<Subject> train, List<Subject> test) {
        this.train = List.copyOf(train);
        this.test = List.copyOf(test);
        requireBothClasses(this.train, "training");
    }

    /// Splits patients at random, stratified by the outcomes of their cases (both, positive only, negative only).
    ///
    /// Strata are dealt one after the other, their patients shuffled: each goes to the test part if that brings the number
    /// of test cases nearer to `testShare` of the cases of each class in the strata so far, summed over the classes.
    ///
    /// @param testShare of the cases of each class, in (0, 1)
    public static Split byPatient(List<Subject> subjects, double testShare, SplittableRandom random) {
        return dealt(subjects, Subject::patientId, testShare, random);
    }

    /// Splits cases as if they were independent, as the published study did (D1): two vertebrae of one patient may stand
    /// on both sides, and test results are then too good. For the preset `as-published` only.
    public static Split byCase(List<Subject> subjects, double testShare, SplittableRandom random) {
        return dealt(subjects, Subject::caseId, testShare, random);
    }

    /// The split that the user gave.
    ///
    /// @throws InputException SPL-001 if a patient stands on both sides
    public static Split given(List<Subject> subjects, Set<String> testCaseIds) {
        List<Subject> train = new ArrayList<>();
        List<Subject> test = new ArrayList<>();
        Map<String, Subject> trainPatients = new LinkedHashMap<>();
        for (Subject subject : subjects) {
            if (testCaseIds.contains(subject.caseId())) {
                test.add(subject);
            } else {
                train.add(subject);
                trainPatients.putIfAbsent(subject.patientId(), subject);
            }
        }
        List<Problem> problems = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Subject subject : test) {
            Subject other = trainPatients.get(subject.patientId());
            if (other != null && told.add(subject.patientId())) {
                problems.add(new Problem(
                        LearnProblem.PATIENT_ON_BOTH_SIDES, "column split",
                        "patient " + subject.patientId() + ": " + other.caseId() + " in train, " + subject.caseId()
                                + " in test",
                        "all vertebrae of a patient on one side",
                        "empty the column split, and patients are split at random with all their vertebrae"));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return new Split(train, test);
    }

    /// Everybody trains; nobody tests. For models that are evaluated by cross-fitting or elsewhere.
    public static Split trainOnly(List<Subject> subjects) {
        return new Split(subjects, List.of());
    }

    private static Split dealt(
            List<Subject> subjects,
            Function<Subject, String> group,
            double testShare,
            SplittableRandom random) {
        if (!(testShare > 0 && testShare < 1)) {
            throw new IllegalArgumentException("the test share must lie between 0 and 1, got " + testShare);
        }
        double[] target = new double[2];
        double[] dealt = new double[2];
        Set<String> testGroups = new HashSet<>();
        List<String> groupOf = subjects.stream().map(group).toList();
        int[] outcomes = subjects.stream().mapToInt(Subject::outcome).toArray();
        for (List<Strata.Group> stratum : Strata.shuffled(groupOf, outcomes, new int[] {0, 1}, random)) {
            for (Strata.Group member : stratum) {
                target[0] += testShare * member.casesOfClass()[0];
                target[1] += testShare * member.casesOfClass()[1];
            }
            for (Strata.Group candidate : stratum) {
                double without = Math.abs(dealt[0] - target[0]) + Math.abs(dealt[1] - target[1]);
                double with = Math.abs(dealt[0] + candidate.casesOfClass()[0] - target[0])
                        + Math.abs(dealt[1] + candidate.casesOfClass()[1] - target[1]);
                if (with < without) {
                    testGroups.add(candidate.name());
                    dealt[0] += candidate.casesOfClass()[0];
                    dealt[1] += candidate.casesOfClass()[1];
                }
            }
        }
        List<Subject> train = new ArrayList<>();
        List<Subject> test = new ArrayList<>();
        for (Subject subject : subjects) {
            (testGroups.contains(group.apply(subject)) ? test : train).add(subject);
        }
        requireBothClasses(test, "test");
        return new Split(train, test);
    }

    private static void requireBothClasses(List<Subject> part, String name) {
        long positives = part.stream().filter(s -> s.outcome() == 1).count();
        if (positives == 0 || positives == part.size()) {
            throw new InputException(new Problem(
                    LearnProblem.ONE_CLASS, name + " part",
                    part.size() + " cases, " + positives + " positive", "cases of both classes",
                    "add cases, or give the split in a column of the manifest"));
        }
    }

    public List<Subject> train() {
        return train;
    }

    public List<Subject> test() {
        return test;
    }

    /// The training view of `all`: its rows of training cases, and nothing else.
    public Training training(FeatureTable all) {
        return new Training(train, all);
    }

    /// The test rows of `all`.
    public FeatureTable testRows(FeatureTable all) {
        return all.cases(test.stream().map(Subject::caseId).toList());
    }
}
