package org.trabecula.stats.glm;

/// One line of a validation by the bootstrap, as `validate()` of rms prints it.
///
/// @param name      `Dxy`, `R2`, `Intercept`, `Slope`, `Emax`, `D`, `U`, `Q`, `B`, `g` or `gp`
/// @param original  of the model on the data that it was fitted on
/// @param training  mean over resamples, of the resample's model on the resample
/// @param test      mean over resamples, of the resample's model on the original data
/// @param optimism  training − test
/// @param corrected original − optimism
public record ValidationIndex(
        String name, double original, double training, double test, double optimism, double corrected) {}
