package org.trabecula.image;

/// The regular lattice on which voxels live: how many, how far apart, where, and which way.
///
/// The centre of voxel (i, j, k) lies at `originMm + direction · (i·spacing.iMm, j·spacing.jMm, k·spacing.kMm)`. World
/// axes are LPS+ (DICOM); `i` runs fastest in memory.
///
/// @param size      voxels along i, j, k
/// @param spacing   centre-to-centre distances in mm
/// @param originMm  world position of the centre of voxel (0, 0, 0)
/// @param direction unit vectors of i, j, k as columns; orthonormal within 1e-3
public record Grid(Size size, Spacing spacing, PointMm originMm, Mat3 direction) {
    /// Headers store directions in 32-bit floats or rounded text; more than this is shear, which a grid cannot hold.
    public static final double ORTHONORMAL_WITHIN = 1e-3;

    public Grid {
        if (!(direction.orthonormalityError() <= ORTHONORMAL_WITHIN)) {
            throw new IllegalArgumentException("directions must be perpendicular unit vectors, got " + direction);
        }
        if (!Double.isFinite(originMm.x() + originMm.y() + originMm.z())) {
            throw new IllegalArgumentException("the origin must be finite, got " + originMm);
        }
    }

    /// A grid at the world's origin, axes along the world's.
    public static Grid axisAligned(Size size, Spacing spacing) {
        return new Grid(size, spacing, PointMm.ZERO, Mat3.IDENTITY);
    }

    /// The world position of a voxel index; fractions lie between centres.
    public PointMm toWorld(double i, double j, double k) {
        double a = i * spacing.iMm();
        double b = j * spacing.jMm();
        double c = k * spacing.kMm();
        return new PointMm(
                originMm.x() + direction.xx() * a + direction.xy() * b + direction.xz() * c,
                originMm.y() + direction.yx() * a + direction.yy() * b + direction.yz() * c,
                originMm.z() + direction.zx() * a + direction.zy() * b + direction.zz() * c);
    }

    /// The fractional voxel index (i, j, k) of a world position.
    public double[] toIndex(PointMm point) {
        Mat3 inverse = direction.inverse();
        double x = point.x() - originMm.x();
        double y = point.y() - originMm.y();
        double z = point.z() - originMm.z();
        return new double[] {
            (inverse.xx() * x + inverse.xy() * y + inverse.xz() * z) / spacing.iMm(),
            (inverse.yx() * x + inverse.yy() * y + inverse.yz() * z) / spacing.jMm(),
            (inverse.zx() * x + inverse.zy() * y + inverse.zz() * z) / spacing.kMm()
        };
    }

    /// Every voxel of the grid.
    public Box wholeBox() {
        return new Box(0, 0, 0, size.i() - 1, size.j() - 1, size.k() - 1);
    }

    /// The grid of the voxels in `box`: same spacing and direction, origin at the box's first voxel.
    public Grid cropped(Box box) {
        if (!wholeBox().contains(box)) {
            throw new IllegalArgumentException(box + " does not lie in " + wholeBox());
        }
        return new Grid(box.size(), spacing, toWorld(box.iMin(), box.jMin(), box.kMin()), direction);
    }
}
