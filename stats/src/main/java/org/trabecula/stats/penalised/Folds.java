package org.trabecula.stats.penalised;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.RandomStreams;
import org.trabecula.stats.FitProblem;

/// Which case is held out when: each case belongs to one fold.
public final class Folds {
    private final int[] foldOfCase;
    private final int count;

    private Folds(int[] foldOfCase, int count) {
        this.foldOfCase = foldOfCase;
        this.count = count;
    }

    /// Given folds under any numbers; they are counted from 0 in rising order of these.
    ///
    /// @throws InputException FIT-010 with fewer than two different numbers
    public static Folds given(int... foldOfCase) {
        int[] labels = Arrays.stream(foldOfCase).distinct().sorted().toArray();
        if (labels.length < 2) {
            throw refused(labels.length + " different folds", "at least two", "name two folds or more");
        }
        return new Folds(
                Arrays.stream(foldOfCase).map(label -> Arrays.binarySearch(labels, label)).toArray(), labels.length);
    }

    /// Runs of neighbouring rows; the first `cases mod folds` folds have one more. As scikit-learn's `KFold`.
    public static Folds contiguous(int cases, int folds) {
        requireFolds(folds, cases, "cases");
        int[] fold = new int[cases];
        int from = 0;
        for (int f = 0; f < folds; f++) {
            int to = from + cases / folds + (f < cases % folds ? 1 : 0);
            Arrays.fill(fold, from, to, f);
            from = to;
        }
        return new Folds(fold, folds);
    }

    /// Equal shares of each class in every fold, rows of a class dealt in runs. As scikit-learn's `StratifiedKFold`.
    ///
    /// @param classOfCase any labels
    public static Folds stratified(int[] classOfCase, int folds) {
        return stratified(classOfCase, folds, dealt -> {});
    }

    /// Equal shares of each class in every fold, rows of a class dealt at random.
    public static Folds stratified(int[] classOfCase, int folds, SplittableRandom random) {
        return stratified(classOfCase, folds, dealt -> RandomStreams.shuffle(dealt, random));
    }

    private static Folds stratified(int[] classOfCase, int folds, Consumer<int[]> mix) {
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
            int[] dealt = new int[rows.length];
            int at = 0;
            for (int f = 0; f < folds; f++) {
                Arrays.fill(dealt, at, at + share[f], f);
                at += share[f];
            }
            mix.accept(dealt);
            for (int k = 0; k < rows.length; k++) {
                fold[rows[k]] = dealt[k];
            }
        }
        return new Folds(fold, folds);
    }

    /// Whole groups (patients) in one fold, classes and cases spread as evenly as that allows.
    ///
    /// Groups are shuffled, then taken by falling size; each goes to the fold where Σ over classes of (share of the class)²
    /// grows least, ties to the fold with the lower number.
    ///
    /// @throws InputException FIT-010 with fewer groups than folds
    public static Folds grouped(List<String> groupOfCase, int[] classOfCase, int folds, SplittableRandom random) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < groupOfCase.size(); i++) {
            groups.computeIfAbsent(groupOfCase.get(i), name -> new ArrayList<>()).add(i);
        }
        requireFolds(folds, groups.size(), "groups");
        int[] classes = Arrays.stream(classOfCase).distinct().sorted().toArray();
        List<List<Integer>> members = new ArrayList<>(groups.values());
        int[] order = IntStream.range(0, members.size()).toArray();
        RandomStreams.shuffle(order, random);
        int[] bySize = Arrays.stream(order).boxed()
                .sorted(Comparator.comparingInt(g -> -members.get(g).size()))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] total = new double[classes.length];
        for (int label : classOfCase) {
            total[Arrays.binarySearch(classes, label)]++;
        }
        double[][] held = new double[folds][classes.length];
        int[] fold = new int[classOfCase.length];
        for (int g : bySize) {
            double[] counts = new double[classes.length];
            for (int i : members.get(g)) {
                counts[Arrays.binarySearch(classes, classOfCase[i])]++;
            }
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int f = 0; f < folds; f++) {
                double growth = 0;
                for (int c = 0; c < classes.length; c++) {
                    double share = counts[c] / total[c];
                    growth += share * (share + 2 * held[f][c] / total[c]);
                }
                if (growth < least) {
                    least = growth;
                    best = f;
                }
            }
            for (int c = 0; c < classes.length; c++) {
                held[best][c] += counts[c];
            }
            for (int i : members.get(g)) {
                fold[i] = best;
            }
        }
        return new Folds(fold, folds);
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
