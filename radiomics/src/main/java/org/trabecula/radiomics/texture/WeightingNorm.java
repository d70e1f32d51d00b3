package org.trabecula.radiomics.texture;

import org.trabecula.image.Spacing;

/// How directions are combined (PyRadiomics `weightingNorm`): each on its own, or added into one matrix by weight.
public enum WeightingNorm {
    /// No weighting: features per direction, then their mean. PyRadiomics' default.
    NONE,
    /// One matrix, every direction with weight 1 (PyRadiomics `no_weighting`).
    NO_WEIGHTING,
    /// One matrix, weighted by the largest component of the step in mm.
    INFINITY,
    /// One matrix, weighted by the length of the step in mm.
    EUCLIDEAN,
    /// One matrix, weighted by the sum of the step's components in mm.
    MANHATTAN;

    /// The length of a step in mm in this norm; 1 for [#NO_WEIGHTING] and [#NONE].
    double lengthMm(NeighbourStep direction, Spacing spacing) {
        double i = Math.abs(direction.i()) * spacing.iMm();
        double j = Math.abs(direction.j()) * spacing.jMm();
        double k = Math.abs(direction.k()) * spacing.kMm();
        return switch (this) {
            case NONE, NO_WEIGHTING -> 1;
            case INFINITY -> Math.max(k, Math.max(j, i));
            case EUCLIDEAN -> Math.sqrt(k * k + j * j + i * i);
            case MANHATTAN -> k + j + i;
        };
    }
}
