package org.trabecula.learn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.resampling.Strata;
import org.trabecula.table.FeatureTable;

/// Who trains and who tests. All vertebrae of a patient stand on one side, except in [#byCase], which exists to show what
/// goes wrong otherwise.
public final class Split {
    private final LabelledRows train;
    private final LabelledRows test;

    /// @param inTest one per row
    private Split(LabelledRows all, boolean[] inTest) {
        if (!all.isGrouped()) {
            throw new IllegalArgumentException("a split needs to know whose the rows are");
        }
        train = all.select(IntStream.range(0, inTest.length).filter(row -> !inTest[row]).toArray());
        test = all.select(IntStream.range(0, inTest.length).filter(row -> inTest[row]).toArray());
        requireBothClasses(train, "training");
    }

    /// Splits patients at random, stratified by the outcomes of their cases (both, positive only, negative only).
    ///
    /// Strata are dealt one after the other, their patients shuffled: each goes to the test part if that brings the number
    /// of test cases nearer to `testShare` of the cases of each class in the strata so far, summed over the classes.
    ///
    /// @param testShare of the cases of each class, in (0, 1)
    public static Split byPatient(LabelledRows all, double testShare, SplittableRandom random) {
        return dealt(all, all.patients(), testShare, random);
    }

    /// Splits cases as if they were independent, as the published study did (D1): two vertebrae of one patient may stand
    /// on both sides, and test results are then too good. For the preset `as-published` only.
    public static Split byCase(LabelledRows all, double testShare, SplittableRandom random) {
        return dealt(all, all.ids(), testShare, random);
    }

    /// The split that the user gave.
    ///
    /// @throws InputException SPL-001 if a patient stands on both sides
    public static Split given(LabelledRows all, Set<String> testCaseIds) {
        return given(
                all, testCaseIds, "column split", "empty the column split, and patients are split at random with all their vertebrae");
    }

    /// All cases of some centres test (B6).
    ///
    /// @throws InputException SPL-001 if a patient was seen in a test centre and in another, SPL-002 if a part lacks a class
    public static Split byCentre(LabelledRows all, Set<String> testCaseIds) {
        Split split = given(all, testCaseIds, "column centre", "give all vertebrae of the patient to one centre, or exclude those of the other");
        requireBothClasses(split.test, "test");
        return split;
    }

    private static Split given(LabelledRows all, Set<String> testCaseIds, String where, String fix) {
        boolean[] inTest = new boolean[all.size()];
        Map<String, String> trainCaseOf = new HashMap<>();
        for (int row = 0; row < inTest.length; row++) {
            inTest[row] = testCaseIds.contains(all.ids().get(row));
            if (!inTest[row]) {
                trainCaseOf.putIfAbsent(all.patients().get(row), all.ids().get(row));
            }
        }
        List<Problem> problems = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (int row = 0; row < inTest.length; row++) {
            String patient = all.patients().get(row);
            String other = trainCaseOf.get(patient);
            if (inTest[row] && other != null && told.add(patient)) {
                problems.add(new Problem(
                        LearnProblem.PATIENT_ON_BOTH_SIDES, where,
                        "patient " + patient + ": " + other + " in train, " + all.ids().get(row) + " in test",
                        "all vertebrae of a patient on one side", fix));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return new Split(all, inTest);
    }

    /// Everybody trains; nobody tests. For models that are evaluated by cross-fitting or elsewhere.
    public static Split trainOnly(LabelledRows all) {
        return new Split(all, new boolean[all.size()]);
    }

    /// @param groupOf what stays together, one name per row
    private static Split dealt(LabelledRows all, List<String> groupOf, double testShare, SplittableRandom random) {
        if (!(testShare > 0 && testShare < 1)) {
            throw new IllegalArgumentException("the test share must lie between 0 and 1, got " + testShare);
        }
        double[] target = new double[2];
        double[] dealt = new double[2];
        Set<String> testGroups = new HashSet<>();
        for (List<Strata.Group> stratum : Strata.shuffled(groupOf, all.outcome().classes(), new int[] {0, 1}, random)) {
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
        boolean[] inTest = new boolean[all.size()];
        for (int row = 0; row < inTest.length; row++) {
            inTest[row] = testGroups.contains(groupOf.get(row));
        }
        Split split = new Split(all, inTest);
        requireBothClasses(split.test, "test");
        return split;
    }

    private static void requireBothClasses(LabelledRows part, String name) {
        if (!part.outcome().hasBothClasses()) {
            throw new InputException(new Problem(
                    LearnProblem.ONE_CLASS, name + " part",
                    part.size() + " cases, " + part.outcome().cases() + " positive", "cases of both classes",
                    "add cases, or give the split in a column of the manifest"));
        }
    }

    public LabelledRows train() {
        return train;
    }

    public LabelledRows test() {
        return test;
    }

    /// The training view of `all`: its rows of training cases, and nothing else.
    public Training training(FeatureTable all) {
        return new Training(train, all);
    }

    /// The test rows of `all`.
    public FeatureTable testRows(FeatureTable all) {
        return all.cases(test.ids());
    }
}
