package org.trabecula.stats.combat;

import java.util.HashSet;
import java.util.List;

/// What [Combat] has learned, as data: sound, or it does not exist. Nobody writes to the arrays.
///
/// @param centres      two or more names, each once
/// @param grandMean    α of each feature
/// @param sigma        of each feature, ≥ 0; 0: the feature is left as it is
/// @param coefficients β: per covariate, one per feature
/// @param shifts       γ*: per centre, one per feature, in units of sigma
/// @param scales       δ*: likewise; > 0
public record CombatParameters(
        List<String> centres, double[] grandMean, double[] sigma, double[][] coefficients, double[][] shifts, double[][] scales) {
    public CombatParameters {
        centres = List.copyOf(centres);
        if (centres.size() < 2 || new HashSet<>(centres).size() != centres.size()) {
            throw new IllegalArgumentException("harmonised centres are two or more, each once, got " + centres);
        }
        requireCount("rows of shifts", shifts.length, centres.size());
        requireCount("rows of scales", scales.length, centres.size());
        require("means", grandMean, sigma.length, Double.NEGATIVE_INFINITY, false);
        require("sigma", sigma, sigma.length, 0, false);
        for (double[] row : coefficients) {
            require("coefficients of a covariate", row, sigma.length, Double.NEGATIVE_INFINITY, false);
        }
        for (int i = 0; i < centres.size(); i++) {
            require("shifts of a centre", shifts[i], sigma.length, Double.NEGATIVE_INFINITY, false);
            require("scales of a centre", scales[i], sigma.length, 0, true);
        }
    }

    /// @param above whether `least` itself is refused
    private static void require(String what, double[] values, int count, double least, boolean above) {
        requireCount(what, values.length, count);
        for (double value : values) {
            if (!Double.isFinite(value) || value < least || above && value == least) {
                throw new IllegalArgumentException(
                        what + " must be finite" + (least == 0 ? " and " + (above ? "> 0" : "≥ 0") : "") + ", got " + value);
            }
        }
    }

    private static void requireCount(String what, int found, int expected) {
        if (found != expected) {
            throw new IllegalArgumentException(found + " " + what + " where " + expected + " belong");
        }
    }
}
