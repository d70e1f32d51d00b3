package org.trabecula.stats.roc;

/// A percentile interval from bootstrap replicates.
///
/// @param estimate      on the data as they are
/// @param standardError standard deviation of the replicates (n − 1)
/// @param lower         percentile (1 − level)/2, quantile type 7
/// @param upper         percentile (1 + level)/2, quantile type 7
/// @param level         such as 0.95
/// @param replicates    drawn
/// @param undefined     replicates without a value, left out
public record BootstrapInterval(
        double estimate,
        double standardError,
        double lower,
        double upper,
        double level,
        int replicates,
        int undefined) {}
