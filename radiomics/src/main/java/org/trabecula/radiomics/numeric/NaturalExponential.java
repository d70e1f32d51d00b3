package org.trabecula.radiomics.numeric;

/// eˣ with the rounding of the reference: up to two units in the last place off, on every processor in the same way.
///
/// ```
/// n = ⌊16 x log₂ e⌋,   r = x − (n/16) ln 2 in [0, (ln 2)/16)
/// eˣ = 2^(n/16) eʳ,    eʳ ≈ 1 + r + a₂ r² + … + a₆ r⁶
/// ```
///
/// Why not the nearest double: see [NaturalLogarithm]. Source: method and constants of `__svml_exp8`, github.com/numpy/SVML;
/// held against the filtered images of the reference.
public final class NaturalExponential {
    private static final double LOG2_E = 0x1.71547652b82fep+0;
    private static final double LN_2 = 0x1.62e42fefa39efp-1;
    private static final double LN_2_REST = 0x1.abc9e3b39803fp-56;

    /// Beyond it the result overflows or loses bits.
    private static final double LARGEST = 708;

    /// 2^(j/16).
    private static final double[] ROOTS_OF_TWO = {
        1, 0x1.0b5586cf9890fp0, 0x1.172b83c7d517bp0, 0x1.2387a6e756238p0,
        0x1.306fe0a31b715p0, 0x1.3dea64c123422p0, 0x1.4bfdad5362a27p0, 0x1.5ab07dd485429p0,
        0x1.6a09e667f3bcdp0, 0x1.7a11473eb0187p0, 0x1.8ace5422aa0dbp0, 0x1.9c49182a3f090p0,
        0x1.ae89f995ad3adp0, 0x1.c199bdd85529cp0, 0x1.d5818dcfba487p0, 0x1.ea4afa2a490dap0
    };

    private static final double A2 = 0x1.0000000002622p-1;
    private static final double A3 = 0x1.5555554b508a2p-3;
    private static final double A4 = 0x1.555564bb4f5f0p-5;
    private static final double A5 = 0x1.1106603d97c00p-7;
    private static final double A6 = 0x1.72eb5ef0d213dp-10;

    private NaturalExponential() {}

    /// The exponential of a number; beyond ±708, and for NaN, as in [StrictMath#exp].
    public static double of(double x) {
        if (!(Math.abs(x) < LARGEST)) {
            return StrictMath.exp(x);
        }
        int n = sixteenths(x);
        double r = Math.fma(-n / 16.0, LN_2_REST, Math.fma(-n / 16.0, LN_2, x));
        double r2 = r * r;
        double from3 = Math.fma(r2, Math.fma(r, A6, A5), Math.fma(r, A4, A3));
        double lessOne = Math.fma(r2 * r, from3, Math.fma(r2, A2, r));
        double root = ROOTS_OF_TWO[n & 15];
        return Math.fma(root, lessOne, root) * Math.scalb(1.0, n >> 4);
    }

    /// ⌊16 x log₂ e⌋ of the exact product.
    private static int sixteenths(double x) {
        double product = 16 * x * LOG2_E;
        double floor = Math.floor(product);
        boolean roundedUp = floor == product && Math.fma(16 * x, LOG2_E, -product) < 0;
        return (int) floor - (roundedUp ? 1 : 0);
    }
}
