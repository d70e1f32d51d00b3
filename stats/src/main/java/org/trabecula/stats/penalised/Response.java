package org.trabecula.stats.penalised;

import java.util.Arrays;

/// What a model explains, case by case: a number or a 0/1 class, or a survival time with its event; with observation
/// weights and an offset of the linear predictor.
public final class Response {
    private final double[] value;
    private final double[] event;
    private final double[] weights;
    private final double[] offsets;

    private Response(double[] value, double[] event, double[] weights, double[] offsets) {
        this.value = value;
        this.event = event;
        this.weights = weights;
        this.offsets = offsets;
    }

    /// A number per case; for the binomial family 0 or 1.
    public static Response of(double[] y) {
        double[] ones = new double[y.length];
        Arrays.fill(ones, 1);
        return new Response(y.clone(), new double[0], ones, new double[y.length]);
    }

    /// @param time  time to the event or to censoring, in any unit
    /// @param event 1 where the time is an event, 0 where it is censored
    public static Response survival(double[] time, double[] event) {
        Response times = of(time);
        return new Response(times.value, event.clone(), times.weights, times.offsets);
    }

    /// The same outcome with observation weights ≥ 0; only their ratios matter to a fit.
    public Response weighted(double[] newWeights) {
        return new Response(value, event, newWeights.clone(), offsets);
    }

    /// The same outcome with a known part of the linear predictor.
    public Response offset(double[] newOffsets) {
        return new Response(value, event, weights, newOffsets.clone());
    }

    public int cases() {
        return value.length;
    }

    public boolean isSurvival() {
        return event.length > 0;
    }

    /// The outcome of these cases, in this order.
    public Response select(int[] cases) {
        return new Response(
                pick(value, cases), isSurvival() ? pick(event, cases) : event, pick(weights, cases), pick(offsets, cases));
    }

    /// The numbers, classes or times; not to be written.
    double[] value() {
        return value;
    }

    double[] event() {
        return event;
    }

    double[] weights() {
        return weights;
    }

    double[] offsets() {
        return offsets;
    }

    private static double[] pick(double[] from, int[] cases) {
        double[] picked = new double[cases.length];
        for (int k = 0; k < cases.length; k++) {
            picked[k] = from[cases[k]];
        }
        return picked;
    }
}
