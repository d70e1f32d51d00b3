package org.trabecula.image;

/// Centre-to-centre distances along i, j, k in millimetres; each finite and > 0.
public record Spacing(double iMm, double jMm, double kMm) {
    public Spacing {
        if (!(iMm > 0 && jMm > 0 && kMm > 0) || Double.isInfinite(iMm + jMm + kMm)) { // NaN fails too
            throw new IllegalArgumentException("spacing must be > 0 mm on every axis, got " + iMm + ", " + jMm + ", " + kMm);
        }
    }

    /// The same on all axes.
    public static Spacing isotropic(double mm) {
        return new Spacing(mm, mm, mm);
    }

    /// The distance along one axis in mm: 0 = i, 1 = j, 2 = k.
    public double along(int axis) {
        return switch (axis) {
            case 0 -> iMm;
            case 1 -> jMm;
            case 2 -> kMm;
            default -> throw new IllegalArgumentException("axis must be 0, 1 or 2, got " + axis);
        };
    }

    /// The smallest of the three in mm.
    public double smallestMm() {
        return Math.min(iMm, Math.min(jMm, kMm));
    }

    /// The volume of one voxel in mm³.
    public double voxelVolumeMm3() {
        return iMm * jMm * kMm;
    }
}
