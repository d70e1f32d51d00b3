package org.trabecula.radiomics.numeric;

/// ln x with the rounding of the reference: up to two units in the last place off, on every processor in the same way.
///
/// ```
/// x = 2^e m, 1 ≤ m < 2;   c = n/32 nearest to 1/m;   R = c m − 1
/// ln x = e ln 2 − ln c + ln(1 + R),   ln(1 + R) ≈ R + R² (a₀ + a₁ R + … + a₇ R⁷)
/// ```
///
/// NumPy 1.22 to 1.24, with which PyRadiomics' reference values were made, has its logarithms and exponentials from Intel's
/// vector library where the processor has AVX-512; elsewhere, and in later versions, nearly all are the nearest double. The bit
/// matters where a percentile parts values that are equal but for rounding, as those of interpolated images often are:
/// RobustMeanAbsoluteDeviation then counts other voxels, and the third digit changes.
///
/// Source: method and constants of `__svml_log8`, github.com/numpy/SVML; held against the filtered images of the reference.
public final class NaturalLogarithm {
    private static final double LN_2 = 0x1.62e42fefa39efp-1;

    /// −ln c by n mod 16; where c < ¾, −ln 2c, and e counts one more.
    private static final double[] MINUS_LN_C = {
        0, -0x1.f0a30c01162a6p-5, -0x1.e27076e2af2e6p-4, -0x1.5ff3070a793d4p-3,
        -0x1.c8ff7c79a9a22p-3, -0x1.1675cababa60ep-2, -0x1.4618bc21c5ec2p-2, -0x1.739d7f6bbd007p-2,
        0x1.269621134db92p-2, 0x1.f991c6cb3b379p-3, 0x1.a93ed3c8ad9e3p-3, 0x1.5bf406b543db2p-3,
        0x1.1178e8227e47cp-3, 0x1.9335e5d594989p-4, 0x1.08598b59e3a07p-4, 0x1.0415d89e74444p-5
    };

    private static final double A0 = -0x1.fffffffffffc6p-2;
    private static final double A1 = 0x1.5555555555466p-2;
    private static final double A2 = -0x1.00000000c05bdp-2;
    private static final double A3 = 0x1.9999999cc9f5cp-3;
    private static final double A4 = -0x1.55553fb28db06p-3;
    private static final double A5 = 0x1.249229cee81efp-3;
    private static final double A6 = -0x1.007357e93af62p-3;
    private static final double A7 = 0x1.c81cd309d7c70p-4;

    private NaturalLogarithm() {}

    /// The logarithm of a number; subnormal numbers, infinity and what has no logarithm as in [StrictMath#log].
    public static double of(double x) {
        if (!(x >= Double.MIN_NORMAL && x < Double.POSITIVE_INFINITY)) {
            return StrictMath.log(x);
        }
        int e = Math.getExponent(x);
        double m = x * powerOfTwo(-e);
        int n = (int) Math.rint(32 / m);
        double r = Math.fma(n / 32.0, m, -1);
        double r2 = r * r;
        double low = Math.fma(r2, Math.fma(r, A3, A2), Math.fma(r, A1, A0));
        double high = Math.fma(r2, Math.fma(r, A7, A6), Math.fma(r, A5, A4));
        double ofReduced = Math.fma(r2, Math.fma(r2 * r2, high, low), r);
        return Math.fma(LN_2, n < 24 ? e + 1 : e, MINUS_LN_C[n & 15] + ofReduced);
    }

    private static double powerOfTwo(int exponent) {
        return Math.scalb(1.0, exponent);
    }
}
