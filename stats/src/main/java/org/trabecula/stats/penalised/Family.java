package org.trabecula.stats.penalised;

/// The kind of outcome, and with it the loss.
public enum Family {
    /// A number: half the mean squared error.
    GAUSSIAN,
    /// 0 or 1: minus the mean log likelihood of the logistic model.
    BINOMIAL,
    /// A survival time: minus the log partial likelihood of Cox's model, divided by the sum of weights.
    COX
}
