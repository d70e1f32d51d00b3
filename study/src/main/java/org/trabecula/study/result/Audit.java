package org.trabecula.study.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.trabecula.evaluation.Scores;
import org.trabecula.learn.model.SignatureKind;

/// What a leaky protocol would have claimed on the same cohort (B10): areas under the curve by two ways of doing the study, on the true
/// outcome and on permuted ones, on which nothing can be predicted.
///
/// @param permutations of the outcome
/// @param runs         one per way, permutation, signature and part
/// @param leftOut      which signatures were not looked at and why; empty when all were
public record Audit(int permutations, List<Run> runs, String leftOut) {
    /// Of a run on the true outcome.
    public static final int TRUE_OUTCOME = 0;

    /// How the study was done.
    public enum Way {
        /// As the preset `as-published` has it.
        PUBLISHED("as-published"),
        /// By the settings of the study.
        GIVEN("given");

        private final String label;

        Way(String label) {
            this.label = label;
        }

        /// As in files.
        public String label() {
            return label;
        }
    }

    /// One area.
    ///
    /// @param permutation [#TRUE_OUTCOME], or which permutation, from 1
    /// @param part        training: by the models that saw the cases
    /// @param n           cases
    /// @param positives   among them
    /// @param auc         of the classifier's score, usable or not; NaN where there is none
    /// @param why         there is no area; empty where there is one
    public record Run(
            Way way, int permutation, SignatureKind signature, Scores.Part part, int n, int positives, double auc, String why) {}

    /// The runs of one way, signature and part.
    ///
    /// @param of       the run on the true outcome
    /// @param permuted areas on permuted outcomes, those that exist
    public record Line(Run of, double[] permuted) {
        /// Mean on permuted outcomes; NaN without any.
        public double mean() {
            return Arrays.stream(permuted).average().orElse(Double.NaN);
        }

        /// Of the mean; NaN with fewer than two.
        public double standardError() {
            double mean = mean();
            double squares = Arrays.stream(permuted).map(auc -> (auc - mean) * (auc - mean)).sum();
            return permuted.length < 2 ? Double.NaN : Math.sqrt(squares / (permuted.length - 1) / permuted.length);
        }

        /// The largest on permuted outcomes; NaN without any.
        public double largest() {
            return Arrays.stream(permuted).max().orElse(Double.NaN);
        }
    }

    public Audit {
        runs = List.copyOf(runs);
    }

    /// By signature and part, the published way first.
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (SignatureKind signature : SignatureKind.values()) {
            for (Scores.Part part : List.of(Scores.Part.TEST, Scores.Part.TRAIN)) {
                for (Way way : Way.values()) {
                    of(way, signature, part)
                            .filter(run -> run.permutation() == TRUE_OUTCOME)
                            .map(run -> new Line(run, permuted(way, signature, part)))
                            .forEach(lines::add);
                }
            }
        }
        return lines;
    }

    private double[] permuted(Way way, SignatureKind signature, Scores.Part part) {
        return of(way, signature, part)
                .filter(run -> run.permutation() != TRUE_OUTCOME)
                .mapToDouble(Run::auc)
                .filter(auc -> !Double.isNaN(auc))
                .toArray();
    }

    private Stream<Run> of(Way way, SignatureKind signature, Scores.Part part) {
        return runs.stream().filter(run -> run.way() == way && run.signature() == signature && run.part() == part);
    }
}
