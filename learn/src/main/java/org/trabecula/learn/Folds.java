package org.trabecula.learn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.table.FeatureTable;

/// A training part cut into folds by patient, each with about the same share of both classes.
public final class Folds {
    private final Training training;
    private final int[] foldOf;
    private final int count;

    private Folds(Training training, int[] foldOf, int count) {
        this.training = training;
        this.foldOf = foldOf;
        this.count = count;
    }

    /// Deals patients, shuffled within strata, to the fold that holds the fewest cases of the patient's classes so far;
    /// ties go to the fold with fewer cases, then to the lower number.
    ///
    /// @param count at least 2, at most the number of patients
    public static Folds stratifiedByPatient(Training training, int count, SplittableRandom random) {
        List<Strata.Group> groups = 
                Strata.shuffled(training.subjects(), Subject::patientId, random).stream().flatMap(List::stream).toList();
        if (groups.size() < count) {
            throw new InputException(new Problem(
                    LearnProblem.TOO_FEW_PATIENTS, "training part", groups.size() + " patients for " + count + " folds",
                    "at least one patient per fold", "use fewer folds"));
        }
        int[][] dealt = new int[count][2];
        Map<String, Integer> foldOfGroup = new HashMap<>();
        for (Strata.Group group : groups) {
            int best = 0;
            for (int fold = 1; fold < count; fold++) {
                if (load(dealt[fold], group) < load(dealt[best], group)) {
                    best = fold;
                }
            }
            dealt[best][1] += group.positives();
            dealt[best][0] += group.negatives();
            foldOfGroup.put(group.name(), best);
        }
        int[] foldOf = training.subjects().stream().mapToInt(s -> foldOfGroup.get(s.patientId())).toArray();
        return new Folds(training, foldOf, count);
    }

    /// The cases of the group's own classes weigh first, all cases break ties.
    private static long load(int[] dealt, Strata.Group group) {
        long own = (group.positives() > 0 ? dealt[1] : 0) + (group.negatives() > 0 ? dealt[0] : 0);
        return own * 1_000_000L + dealt[0] + dealt[1];
    }

    public int count() {
        return count;
    }

    /// The fold of each training case, 0 … count − 1; a copy.
    public int[] foldOf() {
        return foldOf.clone();
    }

    /// The training cases outside `fold`: what a model of this fold is fitted to.
    public Training fitPart(int fold) {
        List<Subject> subjects = new ArrayList<>();
        for (int row = 0; row < foldOf.length; row++) {
            if (foldOf[row] != fold) {
                subjects.add(training.subjects().get(row));
            }
        }
        return new Training(subjects, training.table());
    }

    /// The cases in `fold`, which the fold's model has not seen.
    public List<Subject> heldOut(int fold) {
        List<Subject> subjects = new ArrayList<>();
        for (int row = 0; row < foldOf.length; row++) {
            if (foldOf[row] == fold) {
                subjects.add(training.subjects().get(row));
            }
        }
        return subjects;
    }

    /// The features of [#heldOut].
    public FeatureTable heldOutRows(int fold) {
        return training.table().cases(heldOut(fold).stream().map(Subject::caseId).toList());
    }
}
