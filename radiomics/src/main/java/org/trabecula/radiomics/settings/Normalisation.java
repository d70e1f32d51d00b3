package org.trabecula.radiomics.settings;

import java.util.OptionalDouble;

/// Brings the whole scan to mean 0 and standard deviation `scale`.
///
/// @param scale          `normalizeScale`; the standard deviation afterwards
/// @param removeOutliers values beyond this many standard deviations are set to it
public record Normalisation(double scale, OptionalDouble removeOutliers) {
    public Normalisation {
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("normalizeScale must be finite and > 0, got " + scale);
        }
        if (removeOutliers.isPresent() && !(removeOutliers.getAsDouble() > 0)) {
            throw new IllegalArgumentException("removeOutliers must be > 0, got " + removeOutliers.getAsDouble());
        }
    }
}
