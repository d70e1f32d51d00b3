package org.trabecula.image.stored;

import org.trabecula.image.Volume.Voxels;
import org.trabecula.image.VoxelType;

/// The line `value = slope · stored + intercept`, worked out in 64-bit floats.
public record Scaling(double slope, double intercept) {
    public static final Scaling NONE = new Scaling(1, 0);

    public Scaling {
        if (!Double.isFinite(slope + intercept)) {
            throw new IllegalArgumentException("a scaling is finite, got " + slope + " · stored + " + intercept);
        }
    }

    public boolean isNone() {
        return slope == 1 && intercept == 0;
    }

    /// The type of scaled values, as ITK chooses it: 64-bit floats stay, everything else becomes 32-bit floats.
    VoxelType resultOf(VoxelType stored) {
        return isNone() || stored == VoxelType.FLOAT64 ? stored : VoxelType.FLOAT32;
    }

    /// Scales `count` stored values into `into`, which is of the [result's][#resultOf] kind.
    void apply(Voxels stored, int count, Voxels into, int at) {
        switch (into) {
            case Voxels.OfFloat(float[] values) -> {
                for (int n = 0; n < count; n++) {
                    values[at + n] = (float) (stored.at(n) * slope + intercept);
                }
            }
            case Voxels.OfDouble(double[] values) -> {
                for (int n = 0; n < count; n++) {
                    values[at + n] = stored.at(n) * slope + intercept;
                }
            }
            case Voxels.OfShort _, Voxels.OfInt _ ->
                throw new IllegalArgumentException("scaled values are floats, got " + into.getClass());
        }
    }
}
