package org.trabecula.radiomics.settings;

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
    MANHATTAN
}
