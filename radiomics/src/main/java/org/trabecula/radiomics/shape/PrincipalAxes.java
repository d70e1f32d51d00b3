package org.trabecula.radiomics.shape;

import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.radiomics.numeric.SymmetricEigenvalues;

/// The variances of a region's voxel centres along its principal axes, in mm², descending.
///
/// Eigenvalues of the covariance matrix of the centres, divided by N (not N − 1). Values between −1e-10 and 0 are rounding
/// and become 0, more negative ones NaN.
///
/// @param first  along the longest axis
/// @param second along the middle axis
/// @param third  along the shortest axis; 0 for flat regions
record PrincipalAxes(double first, double second, double third) {
    static PrincipalAxes of(boolean[] flags, Size size, Spacing spacing) {
        // whole numbers around the box's middle: the sums are exact and nothing large cancels
        int middleI = size.i() / 2;
        int middleJ = size.j() / 2;
        int middleK = size.k() / 2;
        long n = 0;
        long[] s = new long[9];
        int at = 0;
        for (int k = -middleK; k < size.k() - middleK; k++) {
            for (int j = -middleJ; j < size.j() - middleJ; j++) {
                long rowCount = 0;
                long rowSum = 0;
                long rowSquares = 0;
                for (int i = -middleI; i < size.i() - middleI; i++, at++) {
                    if (flags[at]) {
                        rowCount++;
                        rowSum += i;
                        rowSquares += (long) i * i;
                    }
                }
                n += rowCount;
                s[0] += rowSum;
                s[1] += j * rowCount;
                s[2] += k * rowCount;
                s[3] += rowSquares;
                s[4] += (long) j * j * rowCount;
                s[5] += (long) k * k * rowCount;
                s[6] += j * rowSum;
                s[7] += k * rowSum;
                s[8] += (long) j * k * rowCount;
            }
        }
        double mi = (double) s[0] / n;
        double mj = (double) s[1] / n;
        double mk = (double) s[2] / n;
        double[][] covariance = new double[3][3];
        covariance[0][0] = ((double) s[3] / n - mi * mi) * spacing.iMm() * spacing.iMm();
        covariance[1][1] = ((double) s[4] / n - mj * mj) * spacing.jMm() * spacing.jMm();
        covariance[2][2] = ((double) s[5] / n - mk * mk) * spacing.kMm() * spacing.kMm();
        covariance[0][1] = ((double) s[6] / n - mi * mj) * spacing.iMm() * spacing.jMm();
        covariance[0][2] = ((double) s[7] / n - mi * mk) * spacing.iMm() * spacing.kMm();
        covariance[1][2] = ((double) s[8] / n - mj * mk) * spacing.jMm() * spacing.kMm();
        double[] values = SymmetricEigenvalues.of(covariance);
        return new PrincipalAxes(cleaned(values[0]), cleaned(values[1]), cleaned(values[2]));
    }

    private static double cleaned(double eigenvalue) {
        return eigenvalue < 0 ? eigenvalue > -1e-10 ? 0 : Double.NaN : eigenvalue;
    }
}
