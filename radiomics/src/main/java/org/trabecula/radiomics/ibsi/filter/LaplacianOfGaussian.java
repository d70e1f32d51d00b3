package org.trabecula.radiomics.ibsi.filter;

import java.util.Arrays;
import java.util.OptionalInt;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Size;
import org.trabecula.image.Volume;

/// The Laplacian of a Gaussian — IBSI `L6PA`.
///
/// ```
/// h(k) = −(1 / (√(2π) σ))^D · (D/σ² − |k|²/σ⁴) · exp(−|k|² / 2σ²)
/// ```
///
/// with k in voxels and σ in voxels, on a square or cube of half width ⌊cσ + ½⌋; the centre is negative. No factor σ²,
/// no correction of the sum to zero. On a cube the kernel is exactly a sum of D products of one-dimensional kernels,
/// `g(k) = exp(−k²/2σ²) / (√(2π) σ)` and `l(k) = (k²/σ⁴ − 1/σ²) g(k)`, which is how it is computed.
///
/// Source: IBSI 2 manual, "Laplacian-of-Gaussian".
///
/// @param sigmaMm      σ in mm
/// @param cutoffSigmas c: where the kernel ends, in σ
public record LaplacianOfGaussian(double sigmaMm, double cutoffSigmas, Dimensions dimensions, Boundary boundary)
        implements Filter {
    public LaplacianOfGaussian {
        if (!(sigmaMm > 0) || !(cutoffSigmas > 0)) {
            throw new IllegalArgumentException(
                    "sigma and cut-off must be > 0, got " + sigmaMm + " mm, " + cutoffSigmas);
        }
    }

    @Override
    public Volume respond(Volume image, Box wanted, int jobs) {
        double sigma = sigmaVoxels(image.grid());
        return Vicinity.respond(this, image, wanted, field -> convolved(field, sigma, jobs));
    }

    @Override
    public OptionalInt reachVoxels(Grid grid, int axis) {
        return Vicinity.reach(half(sigmaVoxels(grid)), axis, dimensions.axes(), boundary);
    }

    private Field convolved(Field field, double sigma, int jobs) {
        Kernel gaussian = gaussian(sigma);
        Kernel curvature = curvature(sigma);
        double[] sum = new double[field.values.length];
        for (int curved = 0; curved < dimensions.axes(); curved++) {
            Field term = field;
            for (int axis = 0; axis < dimensions.axes(); axis++) {
                Kernel kernel = axis == curved ? curvature : gaussian;
                term = AxisConvolution.along(term, axis, kernel, boundary, jobs);
            }
            for (int v = 0; v < sum.length; v++) {
                sum[v] += term.values[v];
            }
        }
        return new Field(field.size, sum);
    }

    double sigmaVoxels(Grid grid) {
        return sigmaMm / IsotropicSpacing.of(grid, dimensions);
    }

    private int half(double sigma) {
        return (int) Math.floor(cutoffSigmas * sigma + 0.5);
    }

    /// g(k).
    Kernel gaussian(double sigma) {
        int half = half(sigma);
        double[] taps = new double[2 * half + 1];
        for (int k = -half; k <= half; k++) {
            taps[k + half] = Math.exp(-k * k / (2 * sigma * sigma)) / (Math.sqrt(2 * Math.PI) * sigma);
        }
        return new Kernel(taps, half);
    }

    /// l(k), the second derivative of g.
    Kernel curvature(double sigma) {
        Kernel gaussian = gaussian(sigma);
        int half = gaussian.centre();
        double[] taps = new double[2 * half + 1];
        double variance = sigma * sigma;
        for (int k = -half; k <= half; k++) {
            taps[k + half] = (k * k / (variance * variance) - 1 / variance) * gaussian.taps()[k + half];
        }
        return new Kernel(taps, half);
    }

    /// The kernel's frequency response on a lattice; real, because the kernel is even.
    FourierResponse.OnLattice response(Size lattice, double sigma) {
        double[][] smooth = new double[3][];
        double[][] curved = new double[3][];
        for (int axis = 0; axis < 3; axis++) {
            boolean filtered = axis < dimensions.axes();
            smooth[axis] = filtered ? response(gaussian(sigma), lattice.along(axis)) : ones(lattice.along(axis));
            curved[axis] = filtered ? response(curvature(sigma), lattice.along(axis)) : new double[lattice.along(axis)];
        }
        return new FourierResponse.OnLattice(
                (i, j, k) -> curved[0][i] * smooth[1][j] * smooth[2][k]
                        + smooth[0][i] * curved[1][j] * smooth[2][k]
                        + smooth[0][i] * smooth[1][j] * curved[2][k],
                0);
    }

    /// Σ_m taps[m] cos(2π·f(m − centre)/N) for f = 0 … N − 1.
    private static double[] response(Kernel even, int n) {
        double[] response = new double[n];
        for (int f = 0; f < n; f++) {
            for (int m = 0; m < even.taps().length; m++) {
                response[f] += even.taps()[m] * Math.cos(2 * Math.PI * f * (m - even.centre()) / n);
            }
        }
        return response;
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
