package org.trabecula.radiomics.ibsi.filter;

import java.util.List;
import org.trabecula.image.Box;
import org.trabecula.image.Size;
import org.trabecula.image.Volume;
import org.trabecula.radiomics.ibsi.fourier.ComplexLattice;
import org.trabecula.radiomics.ibsi.fourier.Fft;

/// The planes of a box along two axes, convolved with complex kernels through the Fourier domain.
///
/// A plane is first continued by the kernels' reach on every side: with the image's own voxels where it has them, with the
/// boundary's where not.
final class GaborPlanes {
    private final Field image;
    private final int x;
    private final int y;
    private final int across;
    private final int firstPlane;
    private final int planes;
    private final int nx;
    private final int ny;
    private final int reach;
    private final Size padded;
    private final int[] sourceX;
    private final int[] sourceY;

    /// @param x the axis that runs along the planes' first direction
    /// @param y along their second
    GaborPlanes(Volume volume, Box wanted, int x, int y, int reach, Boundary boundary) {
        Box held = volume.held();
        this.image = Field.of(volume, held);
        this.x = x;
        this.y = y;
        this.across = 3 - x - y;
        this.firstPlane = wanted.min(across) - held.min(across);
        this.planes = wanted.size().along(across);
        this.nx = wanted.size().along(x);
        this.ny = wanted.size().along(y);
        this.reach = reach;
        this.padded = new Size(Fft.fastLength(nx + 2 * reach), Fft.fastLength(ny + 2 * reach), 1);
        this.sourceX = boundary.sources(
                held.size().along(x), wanted.min(x) - held.min(x) - reach, nx + 2 * reach);
        this.sourceY = boundary.sources(
                held.size().along(y), wanted.min(y) - held.min(y) - reach, ny + 2 * reach);
    }

    /// How many planes the box has.
    int count() {
        return planes;
    }

    /// The transform of the kernel, its centre at index (0, 0). Lengths in voxels.
    ComplexLattice kernel(double sigma, double lambda, double gamma, double theta) {
        ComplexLattice kernel = new ComplexLattice(padded);
        double cos = Math.cos(theta);
        double sin = Math.sin(theta);
        for (int y = -reach; y <= reach; y++) {
            for (int x = -reach; x <= reach; x++) {
                double a = x * cos + y * sin;
                double b = -x * sin + y * cos;
                double envelope = Math.exp(-(a * a + gamma * gamma * b * b) / (2 * sigma * sigma));
                int at = Math.floorMod(x, padded.i()) + padded.i() * Math.floorMod(y, padded.j());
                kernel.re()[at] += envelope * Math.cos(2 * Math.PI * a / lambda);
                kernel.im()[at] += envelope * Math.sin(2 * Math.PI * a / lambda);
            }
        }
        kernel.forward(2, 1);
        return kernel;
    }

    /// Adds the moduli of the responses in one plane to what `response`, of the box's size, has pooled there.
    void poolModulus(int plane, List<ComplexLattice> kernels, Pooling pooling, Field response) {
        ComplexLattice continued = new ComplexLattice(padded);
        int from = (firstPlane + plane) * image.stride(across);
        for (int v = 0; v < sourceY.length; v++) {
            for (int u = 0; u < sourceX.length; u++) {
                continued.re()[u + padded.i() * v] = sourceX[u] < 0 || sourceY[v] < 0
                        ? 0
                        : image.values[from + sourceX[u] * image.stride(x) + sourceY[v] * image.stride(y)];
            }
        }
        continued.forward(2, 1);
        ComplexLattice convolved = new ComplexLattice(padded);
        for (ComplexLattice kernel : kernels) {
            continued.times(kernel, convolved);
            convolved.inverse(2, 1);
            for (int v = 0; v < ny; v++) {
                for (int u = 0; u < nx; u++) {
                    int at = u + reach + padded.i() * (v + reach);
                    int to = plane * response.stride(across) + u * response.stride(x) + v * response.stride(y);
                    double re = convolved.re()[at];
                    double im = convolved.im()[at];
                    response.values[to] = pooling.join(response.values[to], Math.sqrt(re * re + im * im));
                }
            }
        }
    }
}
