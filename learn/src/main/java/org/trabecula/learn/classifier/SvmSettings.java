package org.trabecula.learn.classifier;

import java.util.Locale;
import org.trabecula.core.Shown;
import org.trabecula.learn.Training;

/// How a support vector machine is trained.
///
/// @param kernel linear or radial
/// @param cost   C, the price of a training case on the wrong side; > 0
/// @param gamma  of exp(−gamma·|x − y|²); ignored by the linear kernel
public record SvmSettings(Kernel kernel, double cost, double gamma) implements ClassifierSettings {
    /// The kernels offered.
    public enum Kernel {
        LINEAR,
        RADIAL
    }

    public SvmSettings {
        if (!(cost > 0) || !(gamma > 0) || Double.isInfinite(cost) || Double.isInfinite(gamma)) {
            throw new IllegalArgumentException("cost and gamma must be > 0 and finite, got " + cost + " and " + gamma);
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
