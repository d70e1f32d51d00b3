package org.trabecula.radiomics.texture;

/// Shannon entropy in bits, with PyRadiomics' guard inside the logarithm or without.
final class Entropy {
    /// PyRadiomics adds this to every argument of a logarithm (NumPy's spacing at 1), so what should be 0 is about
    /// −3.2·10⁻¹⁶ there.
    static final double PYRADIOMICS_GUARD = 0x1p-52;

    /// The IBSI's definition: none.
    static final double NO_GUARD = 0;

    private static final double LN_2 = Math.log(2);

    private Entropy() {}

    /// `−p log₂(p + guard)`, 0 for p = 0.
    static double term(double p, double guard) {
        return p == 0 ? 0 : -p * log2(p + guard);
    }

    /// `Σ −p log₂(p + guard)`.
    static double of(double[] probabilities, double guard) {
        double bits = 0;
        for (double p : probabilities) {
            bits += term(p, guard);
        }
        return bits;
    }

    static double log2(double x) {
        return Math.log(x) / LN_2;
    }
}
