package org.trabecula.radiomics.ibsi.morphology;

import org.trabecula.image.Box;
import org.trabecula.image.Mask;
import org.trabecula.image.Spacing;
import org.trabecula.radiomics.numeric.SymmetricEigenvalues;

/// The principal axes of a mask: of the voxel centres' covariance with divisor N − 1, λ1 ≥ λ2 ≥ λ3.
///
/// ```
/// axis length = 4 √λ      elongation = √(λ2 / λ1)      flatness = √(λ3 / λ1)
/// ```
///
/// All NaN for a single voxel.
///
/// Source: IBSI reference manual, "Major axis length" and following.
///
/// @param majorMm IBSI `TDIC`
/// @param minorMm IBSI `P9VJ`
/// @param leastMm IBSI `7J51`
public record CentreAxes(double majorMm, double minorMm, double leastMm) {
    public static CentreAxes of(Mask mask) {
        double[] centre = centreMm(mask);
        double[][] sum = new double[3][3];
        Spacing spacing = mask.grid().spacing();
        Box box = mask.box();
        double[] d = new double[3];
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            for (int j = box.jMin(); j <= box.jMax(); j++) {
                for (int i = box.iMin(); i <= box.iMax(); i++) {
                    if (!mask.at(i, j, k)) {
                        continue;
                    }
                    d[0] = i * spacing.iMm() - centre[0];
                    d[1] = j * spacing.jMm() - centre[1];
                    d[2] = k * spacing.kMm() - centre[2];
                    for (int a = 0; a < 3; a++) {
                        for (int b = a; b < 3; b++) {
                            sum[a][b] += d[a] * d[b];
                        }
                    }
                }
            }
        }
        double[][] covariance = new double[3][3];
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                covariance[a][b] = sum[Math.min(a, b)][Math.max(a, b)] / (mask.voxelCount() - 1);
            }
        }
        double[] lambda = SymmetricEigenvalues.of(covariance);
        return new CentreAxes(length(lambda[0]), length(lambda[1]), length(lambda[2]));
    }

    /// √(λ2 / λ1) — IBSI `Q3CK`.
    public double elongation() {
        return minorMm / majorMm;
    }

    /// √(λ3 / λ1) — IBSI `N17B`.
    public double flatness() {
        return leastMm / majorMm;
    }

    /// The ellipsoid with these axes — IBSI's approximate enclosing ellipsoid, of `6BDE` and `RDD2`.
    public Ellipsoid ellipsoid() {
        return new Ellipsoid(majorMm / 2, minorMm / 2, leastMm / 2);
    }

    /// The mean of the voxel centres, in mm along i, j, k from voxel (0, 0, 0).
    static double[] centreMm(Mask mask) {
        Spacing spacing = mask.grid().spacing();
        Box box = mask.box();
        long i0 = 0;
        long j0 = 0;
        long k0 = 0;
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            for (int j = box.jMin(); j <= box.jMax(); j++) {
                for (int i = box.iMin(); i <= box.iMax(); i++) {
                    if (mask.at(i, j, k)) {
                        i0 += i;
                        j0 += j;
                        k0 += k;
                    }
                }
            }
        }
        double n = mask.voxelCount();
        return new double[] {i0 / n * spacing.iMm(), j0 / n * spacing.jMm(), k0 / n * spacing.kMm()};
    }

    /// Rounding may leave a flat region's smallest eigenvalue just below 0.
    private static double length(double eigenvalue) {
        return 4 * Math.sqrt(eigenvalue < 0 ? 0 : eigenvalue);
    }
}
