package org.trabecula.stats.resampling;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.stats.FitProblem;

/// Which case is held out when: each case belongs to one fold.
public final class FoldAssignment {
    private final int[] foldOfCase;
    private final int count;

    private FoldAssignment(int[] foldOfCase, int count) {
        this.foldOfCase = foldOfCase;
        this.count = count;
    }

    /// Given folds under any numbers; they are counted from 0 in rising order of these.
    ///
    /// @throws InputException FIT-010 with fewer than two different numbers
    public static FoldAssignment given(int... foldOfCase) {
        int[] labels = Arrays.stream(foldOfCase).distinct().sorted().toArray();
        if (labels.length < 2) {
            throw refused(labels.length + " different folds", "at least two", "name two folds or more");
        }
        return new FoldAssignment(
                Arrays.stream(foldOfCase).map(label -> Arrays.binarySearch(labels, label)).toArray(), labels.length);
    }

    /// Runs of neighbouring rows; the first `cases mod folds` folds have one more. As scikit-learn's `KFold`.
    public static FoldAssignment contiguous(int cases, int folds) {
        requireFolds(folds, cases, "cases");
        int[] fold = new int[cases];
        int from = 0;
        for (int f = 0; f < folds; f++) {
            int to = from + cases / folds + (f < cases % folds ? 1 : 0);
            Arrays.fill(fold, from, to, f);
            from = to;
        }
        return new FoldAssignment(fold, folds);
    }

    /// Equal shares of each class in every fold, rows of a class dealt in runs. As scikit-learn's `StratifiedKFold`.
    ///
    /// @param classOfCase any labels
    public static FoldAssignment stratified(int[] classOfCase, int folds) {
        requireFolds(folds, classOfCase.length, "cases");
        int[] classes = Arrays.stream(classOfCase).distinct().toArray(); // by first appearance
        int[] fold = new int[classOfCase.length];
        int before = 0; // cases of the classes dealt so far
        for (int label : classes) {
            int[] rows = IntStream.range(0, fold.length).filter(i -> classOfCase[i] == label).toArray();
            int[] share = new int[folds];
            for (int k = 0; k < rows.length; k++) {
                share[(before + k) % folds]++;
            }
            before += rows.length;
            int k = 0;
            for (int f = 0; f < folds; f++) {
                for (int dealt = 0; dealt < share[f]; dealt++) {
                    fold[rows[k++]] = f;
                }
            }
        }
        return new FoldAssignment(fold, folds);
    }

    /// Equal shares of each class in every fold, rows of a class dealt at random: [#grouped] with each case on its own.
    public static FoldAssignment stratified(int[] classOfCase, int folds, SplittableRandom random) {
        requireFolds(folds, classOfCase.length, "cases");
        return grouped(IntStream.range(0, classOfCase.length).mapToObj(Integer::toString).toList(), classOfCase, folds, random);
    }

    /// Whole groups (patients) in one fold, each fold with about the same share of every class.
    ///
    /// Groups are shuffled within [Strata]; each goes to the fold that holds the fewest cases of the group's own classes so
    /// far, ties to the fold with fewer cases, then to the lower number.
    ///
    /// @throws InputException FIT-010 with fewer groups than folds
    public static FoldAssignment grouped(
            List<String> groupOfCase, int[] classOfCase, int folds, SplittableRandom random) {
        int[] classes = Arrays.stream(classOfCase).distinct().sorted().toArray();
        List<Strata.Group> groups = Strata.shuffled(groupOfCase, classOfCase, classes, random).stream()
                .flatMap(List::stream)
                .toList();
        requireFolds(folds, groups.size(), "groups");
        int[][] held = new int[folds][classes.length];
        Map<String, Integer> foldOfGroup = new HashMap<>();
        for (Strata.Group group : groups) {
            int best = 0;
            for (int fold = 1; fold < folds; fold++) {
                if (lighter(held[fold], held[best], group)) {
                    best = fold;
                }
            }
            for (int at = 0; at < classes.length; at++) {
                held[best][at] += group.casesOfClass()[at];
            }
            foldOfGroup.put(group.name(), best);
        }
        return new FoldAssignment(groupOfCase.stream().mapToInt(name -> foldOfGroup.get(name)).toArray(), folds);
    }

    /// The cases of the group's own classes weigh first, all cases break ties.
    private static boolean lighter(int[] held, int[] than, Strata.Group group) {
        int own = own(held, group) - own(than, group);
        return own < 0 || own == 0 && Arrays.stream(held).sum() < Arrays.stream(than).sum();
    }

    private static int own(int[] held, Strata.Group group) {
        int own = 0;
        for (int at = 0; at < held.length; at++) {
            own += group.has(at) ? held[at] : 0;
        }
        return own;
    }

    public int count() {
        return count;
    }

    public int cases() {
        return foldOfCase.length;
    }

    public int foldOf(int row) {
        return foldOfCase[row];
    }

    /// The cases held out with fold `fold`, rising.
    public int[] heldOut(int fold) {
        return IntStream.range(0, foldOfCase.length).filter(i -> foldOfCase[i] == fold).toArray();
    }

    /// The cases trained on when `fold` is held out, rising.
    public int[] training(int fold) {
        return IntStream.range(0, foldOfCase.length).filter(i -> foldOfCase[i] != fold).toArray();
    }

    private static void requireFolds(int folds, int available, String what) {
        if (folds < 2 || folds > available) {
            throw refused(folds + " folds of " + available + " " + what,
                    "between 2 folds and as many as there are " + what, "choose another number of folds");
        }
    }

    private static InputException refused(String found, String expected, String fix) {
        return new InputException(new Problem(FitProblem.FOLDS, "the folds", found, expected, fix));
    }
}
