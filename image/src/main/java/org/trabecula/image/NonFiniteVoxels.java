package org.trabecula.image;

/// How many voxels are no number (NaN) and how many are infinite; both 0 in any integer image.
public record NonFiniteVoxels(long nan, long infinite) {
    /// Every voxel is a finite number.
    public static final NonFiniteVoxels NONE = new NonFiniteVoxels(0, 0);

    /// Counts the held voxels of `volume`.
    public static NonFiniteVoxels in(Volume volume) {
        return in(volume.voxels());
    }

    /// The same of a slice, or whatever there is of an image.
    public static NonFiniteVoxels in(Volume.Voxels voxels) {
        if (voxels instanceof Volume.Voxels.OfShort || voxels instanceof Volume.Voxels.OfInt) {
            return NONE;
        }
        long nan = 0;
        long infinite = 0;
        for (int n = 0; n < voxels.length(); n++) {
            double value = voxels.at(n);
            nan += Double.isNaN(value) ? 1 : 0;
            infinite += Double.isInfinite(value) ? 1 : 0;
        }
        return new NonFiniteVoxels(nan, infinite);
    }

    /// Those of both.
    public NonFiniteVoxels and(NonFiniteVoxels other) {
        return new NonFiniteVoxels(nan + other.nan, infinite + other.infinite);
    }

    /// Whether there are any.
    public boolean any() {
        return nan > 0 || infinite > 0;
    }
}
