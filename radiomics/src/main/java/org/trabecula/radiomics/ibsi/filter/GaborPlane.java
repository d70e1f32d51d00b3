package org.trabecula.radiomics.ibsi.filter;

import java.util.List;
import org.trabecula.image.Size;
import org.trabecula.radiomics.ibsi.fourier.ComplexLattice;
import org.trabecula.radiomics.ibsi.fourier.Fft;

/// Convolution of planes of one size with complex kernels of one reach, through the Fourier domain.
final class GaborPlane {
    private final int nx;
    private final int ny;
    private final int reach;
    private final Size padded;
    private final int[] sourceX;
    private final int[] sourceY;

    GaborPlane(int nx, int ny, int reach, Boundary boundary) {
        this.nx = nx;
        this.ny = ny;
        this.reach = reach;
        this.padded = new Size(Fft.fastLength(nx + 2 * reach), Fft.fastLength(ny + 2 * reach), 1);
        this.sourceX = boundary.sources(nx, reach, reach);
        this.sourceY = boundary.sources(ny, reach, reach);
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

    /// Adds the moduli of the responses in one plane to what is pooled there.
    ///
    /// @param start   place of the plane's first point in the field and in `pooled`
    /// @param strideX distance of neighbours along the plane's x
    /// @param strideY along its y
    void poolModulus(
            Field field, int start, int strideX, int strideY, List<ComplexLattice> kernels, Pooling pooling, double[] pooled) {
        ComplexLattice plane = new ComplexLattice(padded);
        for (int y = 0; y < sourceY.length; y++) {
            for (int x = 0; x < sourceX.length; x++) {
                plane.re()[x + padded.i() * y] = sourceX[x] < 0 || sourceY[y] < 0
                        ? 0
                        : field.values[start + sourceX[x] * strideX + sourceY[y] * strideY];
            }
        }
        plane.forward(2, 1);
        ComplexLattice response = new ComplexLattice(padded);
        for (ComplexLattice kernel : kernels) {
            plane.times(kernel, response);
            response.inverse(2, 1);
            for (int y = 0; y < ny; y++) {
                for (int x = 0; x < nx; x++) {
                    int from = x + reach + padded.i() * (y + reach);
                    int to = start + x * strideX + y * strideY;
                    double re = response.re()[from];
                    double im = response.im()[from];
                    pooled[to] = pooling.join(pooled[to], Math.sqrt(re * re + im * im));
                }
            }
        }
    }
}
