package org.trabecula.radiomics.firstorder;

/// The quantiles that first order features need, linear between order statistics as NumPy's `percentile` has them.
///
/// ```
/// position = q (n − 1);  lower value a, upper value b, fraction t:  a + (b − a) t,  from t = ½ on  b − (b − a)(1 − t)
/// ```
///
/// The median is the mean of the two middle values.
///
/// @param p10    10th percentile
/// @param p25    25th percentile
/// @param median middle value
/// @param p75    75th percentile
/// @param p90    90th percentile
record FirstOrderQuantiles(double p10, double p25, double median, double p75, double p90) {
    /// @param min the least of `values`
    /// @param max the greatest of `values`
    static FirstOrderQuantiles of(double[] values, double min, double max) {
        int n = values.length;
        double[] positions = {0.1 * (n - 1), 0.25 * (n - 1), 0.75 * (n - 1), 0.9 * (n - 1)};
        int[] ranks = {
            rank(positions[0], n, 0), rank(positions[0], n, 1),
            rank(positions[1], n, 0), rank(positions[1], n, 1),
            (n - 1) / 2, n / 2,
            rank(positions[2], n, 0), rank(positions[2], n, 1),
            rank(positions[3], n, 0), rank(positions[3], n, 1)
        };
        double[] at = OrderStatistics.at(values, ranks, min, max);
        return new FirstOrderQuantiles(
                between(at[0], at[1], positions[0]),
                between(at[2], at[3], positions[1]),
                (at[4] + at[5]) / 2,
                between(at[6], at[7], positions[2]),
                between(at[8], at[9], positions[3]));
    }

    private static int rank(double position, int n, int above) {
        return Math.min((int) Math.floor(position) + above, n - 1);
    }

    private static double between(double a, double b, double position) {
        double t = position - Math.floor(position);
        double difference = b - a;
        return t >= 0.5 ? b - difference * (1 - t) : a + difference * t;
    }
}
