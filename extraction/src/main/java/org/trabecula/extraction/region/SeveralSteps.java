package org.trabecula.extraction.region;

import org.trabecula.image.KeptParts;
import org.trabecula.image.resample.Interpolator;
import org.trabecula.image.resample.SplineCoefficients;
import org.trabecula.radiomics.settings.Preparation;

/// Opens cases for several steps of one run, each of which reads the region and what lies around it, as checks, features and crops do: of a
/// large image that is decoded for the first step only, as long as there is room.
public final class SeveralSteps {
    /// Of Java's memory, beside what [SharedScans] holds.
    private static final double SHARE = 0.05;
    /// Voxels beside a point that its interpolated value is made of.
    private static final int NEIGHBOURS = 2;

    private SeveralSteps() {}

    /// @param preparation of the features: how far around the region they read
    public static CaseOpener opener(CaseOpener opener, Preparation preparation) {
        long most = (long) (Runtime.getRuntime().maxMemory() * SHARE);
        return opener.reading(new KeptParts(opener.formats(), most, marginVoxels(preparation)).formats());
    }

    /// Beside the millimetres around the region that the quality checks look at.
    private static int marginVoxels(Preparation preparation) {
        boolean spline = preparation.resampling().filter(wanted -> wanted.interpolator() == Interpolator.BSPLINE).isPresent();
        return spline ? SplineCoefficients.WINDOW_MARGIN + NEIGHBOURS : NEIGHBOURS;
    }
}
