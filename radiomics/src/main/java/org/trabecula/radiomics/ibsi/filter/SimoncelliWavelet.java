package org.trabecula.radiomics.ibsi.filter;

import org.trabecula.image.Size;
import org.trabecula.image.Volume;

/// Simoncelli's non-separable, isotropic wavelet: the band-pass part of one level — IBSI `PRT7`.
///
/// ```
/// H(r) = cos(π/2 · log2(2r / r_max))   for r_max/4 ≤ r ≤ r_max,  else 0;   r_max = 2^(1 − level)
/// ```
///
/// r is the length of the normalised frequency. Along an axis of N points the frequencies run evenly from −1 to +1, both
/// ends included, and are then put into the order of the discrete Fourier transform, so the zero frequency is met only for
/// odd N: this is the convention behind the reference maps. The response is the real part of the inverse transform.
///
/// A periodic image is transformed as it is; for any other boundary it is continued by at least 32 voxels a side, up to
/// a length that transforms fast.
///
/// Source: Portilla and Simoncelli 2000, doi:10.1023/A:1026553619983; IBSI 2 manual, "Non-separable wavelets".
///
/// @param level 1 for the finest band
public record SimoncelliWavelet(int level, Dimensions dimensions, Boundary boundary) implements Filter {
    public SimoncelliWavelet {
        if (level < 1 || level > 30) {
            throw new IllegalArgumentException("level must be 1 … 30, got " + level);
        }
    }

    @Override
    public Volume respond(Volume image, int jobs) {
        Field field = Field.of(image);
        Size padded = FourierPadding.of(field.size, dimensions, boundary);
        Spectrum spectrum = Spectrum.of(field, padded, boundary);
        spectrum.forward(dimensions.axes(), jobs);
        spectrum.multiply(transfer(padded), jobs);
        spectrum.inverse(dimensions.axes(), jobs);
        return spectrum.realPart(field.size).onto(image);
    }

    /// H on the frequencies of a lattice.
    Spectrum.Transfer transfer(Size size) {
        double[] u = evenFrequencies(size.i());
        double[] v = evenFrequencies(size.j());
        double[] w = dimensions == Dimensions.SLICES_2D ? new double[size.k()] : evenFrequencies(size.k());
        double highest = Math.scalb(1.0, 1 - level);
        return (i, j, k) -> {
            double r = Math.sqrt(u[i] * u[i] + v[j] * v[j] + w[k] * w[k]);
            boolean inBand = r >= highest / 4 && r <= highest;
            return inBand ? Math.cos(Math.PI / 2 * Math.log(2 * r / highest) / Math.log(2)) : 0;
        };
    }

    /// −1 … +1 in equal steps, rotated so that the middle entry ⌊N/2⌋ comes first.
    static double[] evenFrequencies(int n) {
        double[] frequencies = new double[n];
        for (int at = 0; at < n; at++) {
            frequencies[at] = n == 1 ? 0 : -1 + 2.0 * ((at + n / 2) % n) / (n - 1);
        }
        return frequencies;
    }
}
