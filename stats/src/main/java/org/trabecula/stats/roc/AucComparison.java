package org.trabecula.stats.roc;

/// Two areas compared.
///
/// @param aucA          first area
/// @param aucB          second area
/// @param difference    aucA − aucB
/// @param standardError of the difference
/// @param statistic     difference / standardError; 0 for identical curves
/// @param df            degrees of freedom of the t distribution, +∞ for a normal one
/// @param p             two-sided
/// @param pLess         of the alternative aucA < aucB
/// @param pGreater      of the alternative aucA > aucB
/// @param lower         of the interval of the difference, not clipped
/// @param upper         of the interval of the difference, not clipped
/// @param level         of the interval, such as 0.95
public record AucComparison(
        double aucA,
        double aucB,
        double difference,
        double standardError,
        double statistic,
        double df,
        double p,
        double pLess,
        double pGreater,
        double lower,
        double upper,
        double level) {}
