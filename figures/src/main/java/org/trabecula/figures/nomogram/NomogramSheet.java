package org.trabecula.figures.nomogram;

import java.util.Arrays;
import java.util.List;
import org.trabecula.stats.nomogram.Link;
import org.trabecula.stats.nomogram.Nomogram;
import org.trabecula.stats.nomogram.NomogramModel;

/// What a nomogram's picture and its calculator show.
///
/// @param title            of the figure, such as "Acute vertebral fracture"
/// @param probabilityLabel of the last axis, such as "Probability of acute"
/// @param model            the fitted model
/// @param nomogram         its axes
/// @param covariance       of the coefficients with the intercept first, for limits; empty: none are shown
public record NomogramSheet(
        String title, String probabilityLabel, NomogramModel model, Nomogram nomogram, List<List<Double>> covariance) {
    public NomogramSheet {
        covariance = covariance.stream().map(List::copyOf).toList();
    }

    /// The sheet of a logistic model with limits.
    public static NomogramSheet of(String title, String probabilityLabel, NomogramModel model, Nomogram nomogram,
            double[][] covariance) {
        return new NomogramSheet(title, probabilityLabel, model, nomogram,
                Arrays.stream(covariance).map(row -> Arrays.stream(row).boxed().toList()).toList());
    }

    Link link() {
        return model.fitted().link();
    }

    List<Nomogram.ProbabilityTick> probabilityTicks() {
        return nomogram.probabilityTicks(link());
    }
}
