package org.trabecula.learn.model;

/// How a support vector machine is trained.
///
/// @param kernel linear or radial
/// @param cost   C, the price of a training case on the wrong side; > 0
/// @param gamma  of exp(−gamma·|x − y|²); ignored by the linear kernel
public record SvmSettings(Kernel kernel, double cost, double gamma) {
    /// The kernels offered.
    public enum Kernel {
        LINEAR,
        RADIAL
    }

    public SvmSettings {
        if (!(cost > 0) || !(gamma > 0)) {
            throw new IllegalArgumentException("cost and gamma must be > 0, got " + cost + " and " + gamma);
        }
    }
}
