package org.trabecula.stats.penalised;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.stats.FitProblem;

/// A cross-validated path: the curve over λ and the two λ that glmnet names.
///
/// `lambdaMin` is the largest λ with the best mean; `lambda1se` the largest λ of the whole path whose mean is within one
/// standard error of it. Both comparisons are exact. The largest λ may be the answer: then no feature is selected.
public final class CrossValidated {
    private final Measure measure;
    private final LassoPath path;
    private final double[] lambdas;
    private final double[] mean;
    private final double[] sd;
    private final int indexMin;
    private final int index1se;
    private final double[][] heldOut;
    private final List<String> notes;

    private CrossValidated(Measure measure, LassoPath path, double[] lambdas, double[] mean, double[] sd, int indexMin,
            int index1se, double[][] heldOut, List<String> notes) {
        this.measure = measure;
        this.path = path;
        this.lambdas = lambdas;
        this.mean = mean;
        this.sd = sd;
        this.indexMin = indexMin;
        this.index1se = index1se;
        this.heldOut = heldOut;
        this.notes = List.copyOf(notes);
    }

    static CrossValidated of(Measure measure, LassoPath path, CrossLosses losses, double[][] predictors,
            List<String> notes) {
        List<Integer> kept = new ArrayList<>();
        List<double[]> curve = new ArrayList<>();
        for (int k = 0; k < path.size(); k++) {
            double[] meanAndSd = losses.meanAndSd(k);
            if (!Double.isNaN(meanAndSd[1])) { // as glmnet: a lambda without a standard error is dropped
                kept.add(k);
                curve.add(meanAndSd);
            }
        }
        if (kept.isEmpty()) {
            throw new InputException(new Problem(
                    FitProblem.FOLDS, "the folds", "no value of " + measure + " in any two folds",
                    "at least two folds that hold both classes", "stratify the folds, or use fewer"));
        }
        double[] lambdas = new double[kept.size()];
        double[] mean = new double[kept.size()];
        double[] sd = new double[kept.size()];
        double[][] heldOut = new double[kept.size()][];
        double sign = measure.largerIsBetter() ? -1 : 1;
        int best = 0;
        for (int k = 0; k < lambdas.length; k++) {
            lambdas[k] = path.lambda(kept.get(k));
            mean[k] = curve.get(k)[0];
            sd[k] = curve.get(k)[1];
            heldOut[k] = predictors[kept.get(k)];
            if (sign * mean[k] < sign * mean[best]) {
                best = k;
            }
        }
        int oneSe = 0;
        while (sign * mean[oneSe] > sign * mean[best] + sd[best]) {
            oneSe++;
        }
        List<String> all = new ArrayList<>(path.notes());
        all.addAll(notes);
        return new CrossValidated(measure, path, lambdas, mean, sd, best, oneSe, heldOut, all);
    }

    /// The measure that was used; [#notes] says so where it is not the one asked for.
    public Measure measure() {
        return measure;
    }

    /// The path over all cases.
    public LassoPath path() {
        return path;
    }

    /// λ of the curve, falling: those of the path that have a standard error.
    public double[] lambdas() {
        return lambdas.clone();
    }

    public double[] mean() {
        return mean.clone();
    }

    /// Standard error of each mean.
    public double[] sd() {
        return sd.clone();
    }

    public int indexMin() {
        return indexMin;
    }

    public int index1se() {
        return index1se;
    }

    public double lambdaMin() {
        return lambdas[indexMin];
    }

    public double lambda1se() {
        return lambdas[index1se];
    }

    /// Linear predictors of every case (offset included) at the k-th λ of the curve, each from the fold that held it out.
    public double[] heldOut(int k) {
        return heldOut[k].clone();
    }

    public List<String> notes() {
        return notes;
    }
}
