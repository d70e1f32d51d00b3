package org.trabecula.image;

/// How many voxels are no number (NaN) and how many are infinite; both 0 in any integer image.
public record NonFiniteVoxels(long nan, long infinite) {
    /// Counts the held voxels of `volume`.
    public static NonFiniteVoxels in(Volume volume) {
        if (volume.type().isInteger()) {
            return new NonFiniteVoxels(0, 0);
        }
        long nan = 0;
        long infinite = 0;
        Volume.Voxels voxels = volume.voxels();
        for (int n = 0; n < voxels.length(); n++) {
            double value = voxels.at(n);
            nan += Double.isNaN(value) ? 1 : 0;
            infinite += Double.isInfinite(value) ? 1 : 0;
        }
        return new NonFiniteVoxels(nan, infinite);
    }

    /// Whether there are any.
    public boolean any() {
        return nan > 0 || infinite > 0;
    }
}
