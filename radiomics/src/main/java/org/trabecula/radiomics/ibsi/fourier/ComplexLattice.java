package org.trabecula.radiomics.ibsi.fourier;

import org.trabecula.core.Parallel;
import org.trabecula.image.Size;

/// A complex lattice that can be taken to the frequency domain and back, along i and j or along all axes.
///
/// Holds two `double` per point. Lines are gathered in blocks of neighbours, so memory is read in runs.
public final class ComplexLattice {
    private static final int BLOCK = 16;

    private final Size size;
    private final double[] re;
    private final double[] im;

    /// All zero.
    public ComplexLattice(Size size) {
        this.size = size;
        this.re = new double[Math.toIntExact(size.voxels())];
        this.im = new double[re.length];
    }

    public Size size() {
        return size;
    }

    /// Real parts, i fastest: the store itself, to be written and read.
    public double[] re() {
        return re;
    }

    /// Imaginary parts, likewise.
    public double[] im() {
        return im;
    }

    /// Transforms along the first `axes` axes, in place.
    public void forward(int axes, int jobs) {
        for (int axis = 0; axis < axes; axis++) {
            transform(axis, true, jobs);
        }
    }

    /// Undoes [#forward].
    public void inverse(int axes, int jobs) {
        for (int axis = 0; axis < axes; axis++) {
            transform(axis, false, jobs);
        }
    }

    private void transform(int axis, boolean forward, int jobs) {
        int n = size.along(axis);
        if (n == 1) {
            return;
        }
        Fft fft = new Fft(n);
        int across = axis == 0 ? size.j() : size.i(); // lines that lie side by side within one slab
        int slabs = axis == 2 ? size.j() : size.k();
        int lineStride = axis == 0 ? size.i() : 1;
        int pointStride = axis == 0 ? 1 : axis == 1 ? size.i() : size.i() * size.j();
        int slabStride = axis == 2 ? size.i() : size.i() * size.j();
        Parallel.forEach(slabs, jobs, slab -> {
            double[] lineRe = new double[n * BLOCK];
            double[] lineIm = new double[n * BLOCK];
            double[][] spare = fft.newSpare(BLOCK);
            for (int first = 0; first < across; first += BLOCK) {
                int lines = Math.min(BLOCK, across - first);
                int start = slab * slabStride + first * lineStride;
                gather(re, lineRe, start, pointStride, lineStride, n, lines);
                gather(im, lineIm, start, pointStride, lineStride, n, lines);
                if (forward) {
                    fft.forward(lineRe, lineIm, spare, lines);
                } else {
                    fft.inverse(lineRe, lineIm, spare, lines);
                }
                scatter(lineRe, re, start, pointStride, lineStride, n, lines);
                scatter(lineIm, im, start, pointStride, lineStride, n, lines);
            }
        });
    }

    private static void gather(
            double[] from, double[] to, int start, int pointStride, int lineStride, int n, int lines) {
        for (int p = 0; p < n; p++) {
            for (int b = 0; b < lines; b++) {
                to[p * lines + b] = from[start + p * pointStride + b * lineStride];
            }
        }
    }

    private static void scatter(
            double[] from, double[] to, int start, int pointStride, int lineStride, int n, int lines) {
        for (int p = 0; p < n; p++) {
            for (int b = 0; b < lines; b++) {
                to[start + p * pointStride + b * lineStride] = from[p * lines + b];
            }
        }
    }

    /// A real factor per frequency, by its index along each axis.
    @FunctionalInterface
    public interface Transfer {
        double at(int i, int j, int k);
    }

    public void multiply(Transfer transfer, int jobs) {
        Parallel.forEach(size.k(), jobs, k -> {
            int at = k * size.i() * size.j();
            for (int j = 0; j < size.j(); j++) {
                for (int i = 0; i < size.i(); i++, at++) {
                    double factor = transfer.at(i, j, k);
                    re[at] *= factor;
                    im[at] *= factor;
                }
            }
        });
    }

    /// Multiplies with (−i)^times.
    public void turnBack(int times) {
        for (int turn = 0; turn < Math.floorMod(times, 4); turn++) {
            for (int at = 0; at < re.length; at++) {
                double real = re[at];
                re[at] = im[at];
                im[at] = -real;
            }
        }
    }

    /// Multiplies point by point with another lattice of the same size, into `product`.
    public void times(ComplexLattice other, ComplexLattice product) {
        for (int at = 0; at < re.length; at++) {
            product.re[at] = re[at] * other.re[at] - im[at] * other.im[at];
            product.im[at] = re[at] * other.im[at] + im[at] * other.re[at];
        }
    }
}
