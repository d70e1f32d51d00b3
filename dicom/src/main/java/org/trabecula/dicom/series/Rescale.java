package org.trabecula.dicom.series;

import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.dicom.DicomProblem;
import org.trabecula.dicom.dataset.DataSet;
import org.trabecula.dicom.dataset.Tag;

/// The line `value = slope · stored + intercept` of one slice.
record Rescale(double slope, double intercept) {
    /// @param data     where Rescale Slope and Intercept stand
    /// @param required whether both must be there: they make Hounsfield units of what a CT stores
    /// @throws InputException INT-001 if one is missing or the slope is zero
    static Rescale of(DataSet data, boolean required) {
        boolean slope = data.has(Tag.RESCALE_SLOPE);
        boolean intercept = data.has(Tag.RESCALE_INTERCEPT);
        if (required && !(slope && intercept)) {
            throw refusal(data, "no " + (slope ? Tag.RESCALE_INTERCEPT : Tag.RESCALE_SLOPE).title()
                    + (slope || intercept ? "" : " and no " + Tag.RESCALE_INTERCEPT.title()));
        }
        Rescale rescale = new Rescale(data.number(Tag.RESCALE_SLOPE).orElse(1), data.number(Tag.RESCALE_INTERCEPT).orElse(0));
        if (rescale.slope == 0) {
            throw refusal(data, "Rescale Slope 0");
        }
        return rescale;
    }

    private static InputException refusal(DataSet data, String found) {
        return new InputException(new Problem(
                DicomProblem.NOT_HOUNSFIELD,
                data.where(),
                found,
                "Rescale Slope and Intercept, so that air is near -1000 HU",
                "export the original series; guessing a rescale would shift every intensity feature"));
    }

    double of(int stored) {
        return slope * stored + intercept;
    }

    boolean keepsWholeNumbers() {
        return slope == Math.rint(slope) && intercept == Math.rint(intercept);
    }
}
