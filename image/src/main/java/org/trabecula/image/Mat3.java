package org.trabecula.image;

/// A 3 × 3 matrix, row by row.
public record Mat3(
        double xx, double xy, double xz, double yx, double yy, double yz, double zx, double zy, double zz) {
    /// Leaves every vector as it is.
    public static final Mat3 IDENTITY = new Mat3(1, 0, 0, 0, 1, 0, 0, 0, 1);

    /// The matrix whose columns are the given vectors of three.
    public static Mat3 ofColumns(double[] a, double[] b, double[] c) {
        return new Mat3(a[0], b[0], c[0], a[1], b[1], c[1], a[2], b[2], c[2]);
    }

    /// Scales each axis by its own factor.
    public static Mat3 diagonal(double x, double y, double z) {
        return new Mat3(x, 0, 0, 0, y, 0, 0, 0, z);
    }

    /// One element, counted from 0.
    public double at(int row, int column) {
        return switch (row * 3 + column) {
            case 0 -> xx;
            case 1 -> xy;
            case 2 -> xz;
            case 3 -> yx;
            case 4 -> yy;
            case 5 -> yz;
            case 6 -> zx;
            case 7 -> zy;
            case 8 -> zz;
            default -> throw new IllegalArgumentException("no element (" + row + ", " + column + ")");
        };
    }

    /// A copy of one column, counted from 0.
    public double[] column(int column) {
        return new double[] {at(0, column), at(1, column), at(2, column)};
    }

    /// The matrix product; `o` acts first.
    public Mat3 times(Mat3 o) {
        double[] m = new double[9];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                m[row * 3 + column] =
                        at(row, 0) * o.at(0, column) + at(row, 1) * o.at(1, column) + at(row, 2) * o.at(2, column);
            }
        }
        return new Mat3(m[0], m[1], m[2], m[3], m[4], m[5], m[6], m[7], m[8]);
    }

    /// The determinant; -1 or 1 for axes that are perpendicular and of length 1.
    public double determinant() {
        return xx * (yy * zz - yz * zy) - xy * (yx * zz - yz * zx) + xz * (yx * zy - yy * zx);
    }

    /// @throws IllegalArgumentException if singular
    public Mat3 inverse() {
        double det = determinant();
        if (!(Math.abs(det) > 0)) {
            throw new IllegalArgumentException("a singular matrix has no inverse: " + this);
        }
        return new Mat3(
                (yy * zz - yz * zy) / det, (xz * zy - xy * zz) / det, (xy * yz - xz * yy) / det,
                (yz * zx - yx * zz) / det, (xx * zz - xz * zx) / det, (xz * yx - xx * yz) / det,
                (yx * zy - yy * zx) / det, (xy * zx - xx * zy) / det, (xx * yy - xy * yx) / det);
    }

    /// Largest deviation of MᵀM from the identity: 0 for perpendicular unit columns.
    public double orthonormalityError() {
        double worst = 0;
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                double dot = at(0, a) * at(0, b) + at(1, a) * at(1, b) + at(2, a) * at(2, b);
                double error = Math.abs(dot - (a == b ? 1 : 0));
                worst = error > worst || Double.isNaN(error) ? error : worst;
            }
        }
        return worst;
    }
}
