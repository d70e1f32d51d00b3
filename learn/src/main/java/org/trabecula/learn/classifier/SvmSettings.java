package org.trabecula.learn.classifier;

import java.util.Locale;
import org.trabecula.core.Shown;
import org.trabecula.learn.Training;

/// How a support vector machine is trained.
///
/// @param kernel linear or radial
/// @param cost   C, the price of a training case on the wrong side; > 0
/// @param gamma  of exp(−gamma·|x − y|²); ignored by the linear kernel
/// @param tolerance of the solution, libsvm's ε: how far the optimality conditions may be missed
public record SvmSettings(Kernel kernel, double cost, double gamma, double tolerance) implements ClassifierSettings {
    /// The kernels offered.
    public enum Kernel {
        LINEAR,
        RADIAL
    }

    public SvmSettings {
        if (!(cost > 0) || !(gamma > 0) || Double.isInfinite(cost) || Double.isInfinite(gamma)) {
            throw new IllegalArgumentException("cost and gamma must be > 0 and finite, got " + cost + " and " + gamma);
        }
        if (!(tolerance > 0) || tolerance > 1) {
            throw new IllegalArgumentException("the tolerance must be > 0 and at most 1, got " + tolerance);
        }
    }

    @Override
    public FittedClassifier fit(Training training) {
        return Svm.fit(training, this);
    }

    @Override
    public String words() {
        return kernel.name().toLowerCase(Locale.ROOT) + " kernel, C = " + Shown.significant(cost, 3);
    }
}
