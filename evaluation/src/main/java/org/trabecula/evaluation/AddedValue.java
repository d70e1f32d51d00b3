package org.trabecula.evaluation;

import java.util.List;

/// What a signature's score adds to age and sex among training cases: two nested logistic models compared by their likelihoods. The
/// scores are cross-fitted, so no case's score has met its outcome.
///
/// @param signature      whose score it is, such as `fusion`
/// @param beside         terms of the smaller model
/// @param n              cases
/// @param positives      of them
/// @param patients       of them
/// @param chiSquared     of the likelihood ratio, one degree of freedom; NaN where there is none
/// @param p              of it, as if cases were independent
/// @param coefficient    of the score, one standard deviation up; below 0 it counts against its own class
/// @param robustError    standard error of it, several cases of a patient dependent
/// @param robustP        Wald's, from it
/// @param why            there is no test; empty where there is one
public record AddedValue(
        String signature,
        List<String> beside,
        int n,
        int positives,
        int patients,
        double chiSquared,
        double p,
        double coefficient,
        double robustError,
        double robustP,
        String why) {
    public AddedValue {
        beside = List.copyOf(beside);
    }

    public boolean tested() {
        return why.isEmpty();
    }
}
