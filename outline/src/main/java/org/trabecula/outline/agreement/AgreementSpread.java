package org.trabecula.outline.agreement;

import java.util.Arrays;
import java.util.List;

/// How far the outlines of several bodies agree.
///
/// @param bodies                    that were outlined twice; at least 1
/// @param medianDice                mean of the two in the middle where their number is even
/// @param lowestDice                of the body whose outlines agree least
/// @param medianSurfaceDistance95Mm as for Dice
/// @param worstSurfaceDistance95Mm  the largest
public record AgreementSpread(
        int bodies, double medianDice, double lowestDice, double medianSurfaceDistance95Mm, double worstSurfaceDistance95Mm) {
    /// @throws IllegalArgumentException without a body
    public static AgreementSpread of(List<Agreement> agreements) {
        if (agreements.isEmpty()) {
            throw new IllegalArgumentException("a spread is that of at least one body");
        }
        double[] dice = agreements.stream().mapToDouble(Agreement::dice).sorted().toArray();
        double[] distances = agreements.stream().mapToDouble(Agreement::surfaceDistance95Mm).sorted().toArray();
        return new AgreementSpread(dice.length, median(dice), dice[0], median(distances), Arrays.stream(distances).max().orElseThrow());
    }

    private static double median(double[] sorted) {
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
