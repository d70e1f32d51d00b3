package org.trabecula.image.nifti;

import org.trabecula.image.Mat3;

/// Between a unit quaternion (a, b, c, d) and a rotation matrix, as `nifti1.h` defines them ("Method 2").
///
/// ```
///     | a²+b²−c²−d²   2(bc−ad)      2(bd+ac)    |
/// R = | 2(bc+ad)      a²+c²−b²−d²   2(cd−ab)    |      a = √(1 − b² − c² − d²) ≥ 0
///     | 2(bd−ac)      2(cd+ab)      a²+d²−b²−c² |
/// ```
record NiftiRotation(double b, double c, double d) {
    /// Below this, a is rounding noise of the stored floats and is taken as 0 (the value of the public NIfTI library).
    private static final double SMALLEST_A_SQUARED = 1e-7;

    double a() {
        double aSquared = 1 - (b * b + c * c + d * d);
        return aSquared < SMALLEST_A_SQUARED ? 0 : Math.sqrt(aSquared);
    }

    Mat3 matrix() {
        double a = a();
        double scale = a == 0 ? 1 / Math.sqrt(b * b + c * c + d * d) : 1;
        double x = b * scale;
        double y = c * scale;
        double z = d * scale;
        return new Mat3(
                a * a + x * x - y * y - z * z, 2 * (x * y - a * z), 2 * (x * z + a * y),
                2 * (x * y + a * z), a * a + y * y - x * x - z * z, 2 * (y * z - a * x),
                2 * (x * z - a * y), 2 * (y * z + a * x), a * a + z * z - x * x - y * y);
    }

    /// The quaternion of a proper rotation. The largest of a, b, c, d is found first, so that no small divisor occurs.
    static NiftiRotation of(Mat3 r) {
        double trace = r.xx() + r.yy() + r.zz();
        double[] fourSquares = {1 + trace, 1 + 2 * r.xx() - trace, 1 + 2 * r.yy() - trace, 1 + 2 * r.zz() - trace};
        int largest = 0;
        for (int n = 1; n < 4; n++) {
            largest = fourSquares[n] > fourSquares[largest] ? n : largest;
        }
        double twice = Math.sqrt(fourSquares[largest]);
        double[] q = switch (largest) {
            case 0 -> new double[] {twice, (r.zy() - r.yz()) / twice, (r.xz() - r.zx()) / twice, (r.yx() - r.xy()) / twice};
            case 1 -> new double[] {(r.zy() - r.yz()) / twice, twice, (r.xy() + r.yx()) / twice, (r.xz() + r.zx()) / twice};
            case 2 -> new double[] {(r.xz() - r.zx()) / twice, (r.xy() + r.yx()) / twice, twice, (r.yz() + r.zy()) / twice};
            default -> new double[] {(r.yx() - r.xy()) / twice, (r.xz() + r.zx()) / twice, (r.yz() + r.zy()) / twice, twice};
        };
        double sign = q[0] < 0 ? -0.5 : 0.5; // q and −q are the same rotation; NIfTI stores the one with a ≥ 0
        return new NiftiRotation(q[1] * sign, q[2] * sign, q[3] * sign);
    }
}
