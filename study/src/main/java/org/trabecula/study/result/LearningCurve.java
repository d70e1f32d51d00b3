package org.trabecula.study.result;

import java.util.Arrays;
import java.util.List;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.stats.Moments;

/// Performance against the number of training patients, in folds of repeated cross-validation. What is looked at is the area under the
/// classifier's score within a fold, whether it would pass for a usable model or not.
///
/// @param times  repetitions that were looked at
/// @param points by signature, the smallest share first
public record LearningCurve(int times, List<Point> points) {
    public LearningCurve {
        points = List.copyOf(points);
    }

    /// One share of the training patients.
    ///
    /// @param share    of the training patients of each fold; 1: all of them
    /// @param patients fitted to, mean over folds
    /// @param cases    of theirs, mean over folds
    /// @param areas    one per fold of each repetition; NaN where nothing could be fitted or the fold holds one class
    public record Point(SignatureKind signature, double share, double patients, double cases, double[] areas) {
        /// Folds that have an area.
        public int folds() {
            return known().length;
        }

        /// Over folds; NaN without any.
        public double mean() {
            return Moments.mean(known());
        }

        /// Over folds, with their number − 1; NaN below two.
        public double sd() {
            return folds() < 2 ? Double.NaN : Moments.sd(known());
        }

        private double[] known() {
            return Arrays.stream(areas).filter(Double::isFinite).toArray();
        }
    }
}
