package org.trabecula.deep.crop;

import org.trabecula.deep.DeepProblem;

/// What the network sees of a case: channels × N × N values with mean 0 and standard deviation 1. Immutable.
public final class Crop {
    private final float[] values;
    private final CropSettings settings;
    private final double widthMm;
    private final double heightMm;
    private final int sliceIndex;
    private final double meanHu;
    private final double sdHu;

    /// A crop as it was: for reading back what was kept. Takes ownership of `values`.
    ///
    /// @param values channels × N × N, standardised
    /// @param meanHu that was taken off
    /// @param sdHu   that they were divided by
    public Crop(
            float[] values,
            CropSettings settings,
            double widthMm,
            double heightMm,
            int sliceIndex,
            double meanHu,
            double sdHu) {
        this.values = values;
        this.settings = settings;
        this.widthMm = widthMm;
        this.heightMm = heightMm;
        this.sliceIndex = sliceIndex;
        this.meanHu = meanHu;
        this.sdHu = sdHu;
    }

    /// z = (HU − mean) / standard deviation (divisor n), over all channels together.
    ///
    /// @throws org.trabecula.core.InputException CRP-001, CRP-002
    static Crop standardised(
            double[] hu, CropSettings settings, double widthMm, double heightMm, int sliceIndex, String where) {
        double sum = 0;
        for (double value : hu) {
            sum += value;
        }
        double mean = sum / hu.length;
        double square = 0;
        for (double value : hu) {
            square += (value - mean) * (value - mean);
        }
        double sd = Math.sqrt(square / hu.length);
        if (Double.isNaN(sd)) {
            throw DeepProblem.CROP_NOT_A_NUMBER.refuse(
                    where, "a voxel that is NaN in slice " + sliceIndex, "HU values", "export the image again from the CT series");
        }
        if (!(sd > 1e-6 * (settings.windowHighHu() - settings.windowLowHu()))) {
            throw DeepProblem.FLAT_CROP.refuse(
                    where,
                    "every pixel of slice " + sliceIndex + " is " + mean + " HU within the window "
                            + settings.windowLowHu() + " … " + settings.windowHighHu() + " HU",
                    "different values: a z-score divides by their standard deviation",
                    "look at the case: a mask in air or in metal, or an image that is no CT");
        }
        float[] values = new float[hu.length];
        for (int t = 0; t < hu.length; t++) {
            values[t] = (float) ((hu[t] - mean) / sd);
        }
        return new Crop(values, settings, widthMm, heightMm, sliceIndex, mean, sd);
    }

    /// Channel by channel, row by row. The store itself, not a copy: kernels read it, nobody writes to it.
    public float[] values() {
        return values;
    }

    public CropSettings settings() {
        return settings;
    }

    public int channels() {
        return settings.channels();
    }

    public int sizePixels() {
        return settings.sizePixels();
    }

    /// Front to back.
    public double widthMm() {
        return widthMm;
    }

    /// Head to feet.
    public double heightMm() {
        return heightMm;
    }

    /// Of the middle slice, along the volume's left–right axis.
    public int sliceIndex() {
        return sliceIndex;
    }

    /// Of the windowed values, over all channels.
    public double meanHu() {
        return meanHu;
    }

    /// Standard deviation of the windowed values (divisor n), over all channels.
    public double sdHu() {
        return sdHu;
    }

    /// The windowed value behind a normalised one, of the channel with the largest area.
    public double hu(int row, int column) {
        int n = sizePixels();
        int middle = channels() / 2;
        return meanHu + sdHu * values[(middle * n + row) * n + column];
    }
}
