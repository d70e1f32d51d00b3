package org.trabecula.outline.heights;

/// Grade of a vertebral deformity by its loss of height.
///
/// ```
/// 0 normal below 20 % · 1 mild from 20 % · 2 moderate from 25 % · 3 severe beyond 40 %
/// ```
///
/// The published grades are read by eye, with a look at the endplates' shape and at the neighbours; these are the limits of their
/// heights alone.
///
/// Source: Genant, Wu, van Kuijk and Nevitt 1993, doi:10.1002/jbmr.5650080915.
public enum GenantGrade {
    NORMAL,
    MILD,
    MODERATE,
    SEVERE;

    private static final double MILD_FROM = 0.20;
    private static final double MODERATE_FROM = 0.25;
    private static final double SEVERE_BEYOND = 0.40;

    /// As the method numbers it, 0 to 3.
    public int number() {
        return ordinal();
    }

    /// @param loss share of the height that is missing; negative where nothing is
    /// @throws IllegalArgumentException for NaN
    public static GenantGrade of(double loss) {
        if (Double.isNaN(loss)) {
            throw new IllegalArgumentException("no loss of height, so no grade");
        }
        if (loss > SEVERE_BEYOND) {
            return SEVERE;
        }
        if (loss >= MODERATE_FROM) {
            return MODERATE;
        }
        return loss >= MILD_FROM ? MILD : NORMAL;
    }
}
