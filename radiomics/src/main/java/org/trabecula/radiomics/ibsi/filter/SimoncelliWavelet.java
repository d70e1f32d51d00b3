package org.trabecula.radiomics.ibsi.filter;

import java.util.OptionalInt;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
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
/// There is no choice of boundary: the frequencies are those of the image's own extent, so the image wraps round. Continuing
/// it first changes the frequencies and misses consensus values of IBSI 2, phase 2 (quartile coefficient in 8.A, median in
/// 9.B).
///
/// Source: Portilla and Simoncelli 2000, doi:10.1023/A:1026553619983; IBSI 2 manual, "Non-separable wavelets".
///
/// @param level 1 for the finest band
public record SimoncelliWavelet(int level, Dimensions dimensions) implements Filter {
    public SimoncelliWavelet {
        if (level < 1 || level > 30) {
            throw new IllegalArgumentException("level must be 1 … 30, got " + level);
        }
    }

    @Override
    public Volume respond(Volume image, Box wanted, int jobs) {
        return Vicinity.respond(
                this, image, wanted,
                field -> FourierResponse.of(field, dimensions, Boundary.PERIODIC, this::response, jobs));
    }

    @Override
    public OptionalInt reachVoxels(Grid grid, int axis) {
        return axis < dimensions.axes() ? OptionalInt.empty() : OptionalInt.of(0);
    }

    /// H on the frequencies of a lattice.
    FourierResponse.OnLattice response(Size lattice) {
        double[] u = EvenFrequencies.of(lattice.i());
        double[] v = EvenFrequencies.of(lattice.j());
        double[] w = dimensions == Dimensions.SLICES_2D ? new double[lattice.k()] : EvenFrequencies.of(lattice.k());
        double highest = Math.scalb(1.0, 1 - level);
        return new FourierResponse.OnLattice(
                (i, j, k) -> {
                    double r = Math.sqrt(u[i] * u[i] + v[j] * v[j] + w[k] * w[k]);
                    boolean inBand = r >= highest / 4 && r <= highest;
                    return inBand ? Math.cos(Math.PI / 2 * Math.log(2 * r / highest) / Math.log(2)) : 0;
                },
                0);
    }
}
