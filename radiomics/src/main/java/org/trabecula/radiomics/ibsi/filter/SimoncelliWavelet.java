package org.trabecula.radiomics.ibsi.filter;

import org.trabecula.image.Size;
import org.trabecula.image.Volume;

/// Simoncelli's non-separable, isotropic wavelet: the band-pass part of one level — IBSI `PRT7`.
///
/// ```
/// H(r) = cos(π/2 · log2(2r / r_max))   for r_max/4 ≤ r ≤ r_max,  else 0;   r_max = 2^(1 − level)
/// ```
///
/// r is the length of the normalised frequency, on the [EvenFrequencies]. The response is the real part of the inverse
/// transform.
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
        double[] u = EvenFrequencies.of(size.i());
        double[] v = EvenFrequencies.of(size.j());
        double[] w = dimensions == Dimensions.SLICES_2D ? new double[size.k()] : EvenFrequencies.of(size.k());
        double highest = Math.scalb(1.0, 1 - level);
        return (i, j, k) -> {
            double r = Math.sqrt(u[i] * u[i] + v[j] * v[j] + w[k] * w[k]);
            boolean inBand = r >= highest / 4 && r <= highest;
            return inBand ? Math.cos(Math.PI / 2 * Math.log(2 * r / highest) / Math.log(2)) : 0;
        };
    }
}
