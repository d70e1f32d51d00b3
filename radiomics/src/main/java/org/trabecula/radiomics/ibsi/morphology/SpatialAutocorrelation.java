package org.trabecula.radiomics.ibsi.morphology;

import java.util.Optional;
import org.trabecula.core.Parallel;
import org.trabecula.image.Box;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.radiomics.ibsi.fourier.ComplexLattice;
import org.trabecula.radiomics.ibsi.fourier.Fft;

/// Moran's I and Geary's C over all pairs of voxels of the intensity mask — IBSI `N365`, `NPT7`.
///
/// ```
/// I = N / W · Σ_{i≠j} w_ij (x_i − μ)(x_j − μ) / Σ (x_i − μ)²
/// C = (N − 1) / 2W · Σ_{i≠j} w_ij (x_i − x_j)² / Σ (x_i − μ)²
/// w_ij = 1 / distance in mm,   W = Σ_{i≠j} w_ij
/// ```
///
/// On a lattice the weight depends on the displacement alone, so the double sums are convolutions: with m = 1 inside the
/// mask, d = x − μ inside and both 0 outside, the lattice `w ∗ (d + i·m)` gives
///
/// ```
/// Σ w d_i d_j = Σ d (w ∗ d)      W = Σ m (w ∗ m)      Σ w (x_i − x_j)² = 2 Σ d² (w ∗ m) − 2 Σ d (w ∗ d)
/// ```
///
/// three Fourier transforms in place of N² distances (N is 114,596 in configuration A of IBSI 1).
///
/// Source: IBSI reference manual, "Moran's I index", "Geary's C measure"; Dale et al. 2002,
/// doi:10.1034/j.1600-0587.2002.250506.x.
public record SpatialAutocorrelation(double moransI, double gearysC) {
    /// Lattice points at most; each takes 24 bytes.
    private static final long MOST_POINTS = 1L << 26;

    /// Why there is no value; empty if there is one.
    public static Optional<String> whyNot(Volume image, Mask mask) {
        if (mask.voxelCount() < 2) {
            return Optional.of("one voxel has no pairs");
        }
        long points = lattice(mask.box().size()).voxels();
        if (points > MOST_POINTS) {
            return Optional.of("the region's box " + mask.box().size() + " is too large for all pairs of its voxels");
        }
        double[] d = deviations(image, mask);
        for (double deviation : d) {
            if (deviation != 0) {
                return Optional.empty();
            }
        }
        return Optional.of("all intensities are equal");
    }

    /// @param mask one that [#whyNot] allows
    public static SpatialAutocorrelation of(Volume image, Mask mask, int jobs) {
        Box box = mask.box();
        double[] d = deviations(image, mask);
        boolean[] m = mask.toFlags();
        Size lattice = lattice(box.size());
        double[] weights = transformedWeights(lattice, image.grid().spacing(), jobs);
        ComplexLattice convolved = new ComplexLattice(lattice);
        Size size = box.size();
        for (int v = 0; v < d.length; v++) {
            int at = latticeIndex(v, size, lattice);
            convolved.re()[at] = d[v];
            convolved.im()[at] = m[v] ? 1 : 0;
        }
        convolved.forward(3, jobs);
        int row = lattice.i();
        int slice = lattice.i() * lattice.j();
        convolved.multiply((i, j, k) -> weights[i + row * j + slice * k], jobs);
        convolved.inverse(3, jobs);
        double products = 0;
        double squareWeights = 0;
        double weightSum = 0;
        double squares = 0;
        for (int v = 0; v < d.length; v++) {
            if (m[v]) {
                int at = latticeIndex(v, size, lattice);
                products += d[v] * convolved.re()[at];
                squareWeights += d[v] * d[v] * convolved.im()[at];
                weightSum += convolved.im()[at];
                squares += d[v] * d[v];
            }
        }
        int n = mask.voxelCount();
        return new SpatialAutocorrelation(
                n / weightSum * products / squares,
                (n - 1) / (2 * weightSum) * (2 * squareWeights - 2 * products) / squares);
    }

    /// d in the mask's box; 0 outside the mask.
    private static double[] deviations(Volume image, Mask mask) {
        double[] x = image.toDoubles(mask.box());
        boolean[] m = mask.toFlags();
        double sum = 0;
        for (int v = 0; v < x.length; v++) {
            sum += m[v] ? x[v] : 0;
        }
        double mean = sum / mask.voxelCount();
        for (int v = 0; v < x.length; v++) {
            x[v] = m[v] ? x[v] - mean : 0;
        }
        return x;
    }

    /// Twice the box, so that no pair meets round the torus.
    private static Size lattice(Size box) {
        return new Size(
                Fft.fastLength(2 * box.i() - 1), Fft.fastLength(2 * box.j() - 1), Fft.fastLength(2 * box.k() - 1));
    }

    private static int latticeIndex(int v, Size box, Size lattice) {
        int i = v % box.i();
        int j = v / box.i() % box.j();
        int k = v / box.i() / box.j();
        return i + lattice.i() * (j + lattice.j() * k);
    }

    /// The transform of 1/distance; real, because the weights are even.
    private static double[] transformedWeights(Size lattice, Spacing spacing, int jobs) {
        ComplexLattice weights = new ComplexLattice(lattice);
        Parallel.forEach(lattice.k(), jobs, k -> {
            int at = k * lattice.i() * lattice.j();
            double z = Math.min(k, lattice.k() - k) * spacing.kMm();
            for (int j = 0; j < lattice.j(); j++) {
                double y = Math.min(j, lattice.j() - j) * spacing.jMm();
                for (int i = 0; i < lattice.i(); i++, at++) {
                    double x = Math.min(i, lattice.i() - i) * spacing.iMm();
                    double squared = x * x + y * y + z * z;
                    weights.re()[at] = squared > 0 ? 1 / Math.sqrt(squared) : 0;
                }
            }
        });
        weights.forward(3, jobs);
        return weights.re();
    }
}
