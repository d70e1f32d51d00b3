package org.trabecula.learn.classifier;

import java.util.ArrayList;
import java.util.List;

/// Support vector machines to be tried: all linear ones, then all radial ones.
///
/// @param tolerance of every solution; scikit-learn's is 0.001, a smaller one takes longer
public record SvmGrid(Linear linear, Radial radial, double tolerance) {
    /// Only the cost matters to a linear kernel.
    private static final double NO_GAMMA = 1;

    /// @param cost values of C
    public record Linear(List<Double> cost) {
        public Linear {
            cost = List.copyOf(cost);
        }
    }

    /// @param cost  values of C, each with every gamma
    /// @param gamma widths of the kernel
    public record Radial(List<Double> cost, List<Gamma> gamma) {
        public Radial {
            cost = List.copyOf(cost);
            gamma = List.copyOf(gamma);
        }
    }

    public SvmGrid {
        Grids.require(candidates(linear, radial, tolerance, 1));
    }

    List<SvmSettings> candidates(int features) {
        return candidates(linear, radial, tolerance, features);
    }

    private static List<SvmSettings> candidates(Linear linear, Radial radial, double tolerance, int features) {
        List<SvmSettings> all = new ArrayList<>();
        for (double cost : linear.cost()) {
            all.add(new SvmSettings(SvmSettings.Kernel.LINEAR, cost, NO_GAMMA, tolerance));
        }
        for (double cost : radial.cost()) {
            for (Gamma gamma : radial.gamma()) {
                all.add(new SvmSettings(SvmSettings.Kernel.RADIAL, cost, gamma.forFeatures(features), tolerance));
            }
        }
        return all;
    }
}
