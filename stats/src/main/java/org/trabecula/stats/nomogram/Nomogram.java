package org.trabecula.stats.nomogram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.trabecula.stats.glm.ModelTerms;
import org.trabecula.stats.glm.Term;

/// A nomogram with rms's scaling.
///
/// ```
/// points of a value = (Xb − min Xb) · sc,   sc = maxPoints / max over variables of (max Xb − min Xb)
/// total points = (η − base) · sc,           base = intercept + Σ min Xb
/// ```
///
/// Xb is the variable's part of the linear predictor; minima and maxima are taken over the ticks of its axis, so the axis
/// with the widest range of contributions gets `maxPoints`. Ticks cover the full range of the data ([PrettyTicks], about 10
/// intervals), are the values themselves where a variable has at most ten, and the levels of a categorical one. A case
/// outside the ticks gets points below 0 or beyond the axis; nothing is clipped.
///
/// Source: Harrell, Regression Modeling Strategies, 2nd ed., section 5.2; `nomogram` of rms 6.5.
///
/// @param axes            in the order of the terms
/// @param pointsPerUnit   sc
/// @param base            linear predictor at 0 total points
/// @param maxPoints       points at the end of the widest axis, usually 100
/// @param totalTicks      ticks of the total-points axis, from 0
/// @param predictorTicks  ticks of the linear-predictor axis, covering the data
public record Nomogram(
        List<Axis> axes,
        double pointsPerUnit,
        double base,
        double maxPoints,
        List<Double> totalTicks,
        List<Double> predictorTicks) {
    private static final int INTERVALS = 10;
    private static final int FEW_VALUES = 10;

    public Nomogram {
        axes = List.copyOf(axes);
        totalTicks = List.copyOf(totalTicks);
        predictorTicks = List.copyOf(predictorTicks);
    }

    /// Builds the nomogram of a fitted model.
    ///
    /// @param coefficients without intercept, in the order of the terms' columns
    /// @param intercept    what is added to Xb: the intercept, for Cox minus the centre
    /// @param data         values of each numeric variable in the fitted cases
    /// @param ticks        ticks to use instead, by variable
    /// @param predictors   linear predictors of the fitted cases
    public static Nomogram of(ModelTerms terms, double[] coefficients, double intercept, Map<String, double[]> data,
            Map<String, double[]> ticks, double[] predictors, double maxPoints) {
        List<Axis> unscaled = new ArrayList<>();
        int[] starts = terms.starts();
        double widest = 0;
        double base = intercept;
        for (int k = 0; k < terms.terms().size(); k++) {
            double[] own = Arrays.copyOfRange(coefficients, starts[k], starts[k + 1]);
            Axis axis = axis(terms.terms().get(k), own, data, ticks);
            double lowest = lowest(axis.contributions());
            widest = Math.max(widest, highest(axis.contributions()) - lowest);
            base += lowest;
            unscaled.add(axis);
        }
        double scale = maxPoints / widest;
        List<Axis> axes = new ArrayList<>();
        for (Axis axis : unscaled) {
            double lowest = lowest(axis.contributions());
            List<Double> points = axis.contributions().stream().map(c -> (c - lowest) * scale).toList();
            axes.add(new Axis(axis.variable(), axis.labels(), axis.values(), axis.contributions(), points));
        }
        double[] etaTicks = PrettyTicks.of(
                Arrays.stream(predictors).min().orElseThrow(), Arrays.stream(predictors).max().orElseThrow(), INTERVALS);
        double longest = Math.max(maxPoints, scale * (etaTicks[etaTicks.length - 1] - base));
        return new Nomogram(axes, scale, base, maxPoints, boxed(PrettyTicks.of(0, longest, INTERVALS)), boxed(etaTicks));
    }

    /// Total points of a linear predictor.
    public double totalPoints(double linearPredictor) {
        return (linearPredictor - base) * pointsPerUnit;
    }

    /// The linear predictor of total points.
    public double linearPredictor(double totalPoints) {
        return base + totalPoints / pointsPerUnit;
    }

    /// Points of one variable at a contribution to the linear predictor.
    public double points(int axis, double contribution) {
        return (contribution - lowest(axes.get(axis).contributions())) * pointsPerUnit;
    }

    /// A place on the probability axis.
    public record ProbabilityTick(double probability, double linearPredictor, double points) {}

    /// Ticks of the probability axis: 0.05, 0.1, 0.2 … 0.9, 0.95 within the linear-predictor axis (finer near 0 and 1 where
    /// fewer than three of these lie there), each at its exact place.
    public List<ProbabilityTick> probabilityTicks(Link link) {
        List<ProbabilityTick> ticks =
                within(link, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95);
        return ticks.size() >= 3
                ? ticks
                : within(link, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98,
                        0.99, 0.995, 0.998, 0.999);
    }

    private List<ProbabilityTick> within(Link link, double... probabilities) {
        double lowest = predictorTicks.getFirst();
        double highest = predictorTicks.getLast();
        List<ProbabilityTick> ticks = new ArrayList<>();
        for (double p : probabilities) {
            double eta = link.linearPredictor(p);
            if (eta >= lowest && eta <= highest) {
                ticks.add(new ProbabilityTick(p, eta, totalPoints(eta)));
            }
        }
        return ticks;
    }

    private static Axis axis(Term term, double[] own, Map<String, double[]> data, Map<String, double[]> ticks) {
        List<String> labels = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        List<Double> contributions = new ArrayList<>();
        if (term instanceof Term.Categorical categorical) {
            for (String level : categorical.levels()) {
                labels.add(level);
                values.add(Double.NaN);
                contributions.add(dot(categorical.encode(level), own));
            }
        } else {
            double[] given = ticks.get(term.variable());
            for (double value : given == null ? ticks(data, term.variable()) : given) {
                labels.add(TickLabel.of(value));
                values.add(value);
                double[] columns = term instanceof Term.Spline spline ? spline.encode(value) : new double[] {value};
                contributions.add(dot(columns, own));
            }
        }
        return new Axis(term.variable(), labels, values, contributions, contributions);
    }

    private static double[] ticks(Map<String, double[]> data, String variable) {
        double[] present = data.get(variable);
        if (present == null) {
            throw new IllegalArgumentException("no data of variable " + variable);
        }
        double[] distinct = Arrays.stream(present).distinct().sorted().toArray();
        return distinct.length <= FEW_VALUES
                ? distinct
                : PrettyTicks.of(distinct[0], distinct[distinct.length - 1], INTERVALS);
    }

    private static double dot(double[] columns, double[] coefficients) {
        double sum = 0;
        for (int j = 0; j < columns.length; j++) {
            sum += columns[j] * coefficients[j];
        }
        return sum;
    }

    private static double lowest(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    private static double highest(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
