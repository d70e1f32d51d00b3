package org.trabecula.radiomics.ibsi.filter;

import java.util.Arrays;
import org.trabecula.core.Parallel;
import org.trabecula.image.Size;

/// A complex lattice that can be taken to the frequency domain and back, along i and j or along all axes.
///
/// Holds two `double` per point. Lines are gathered in blocks of neighbours, so memory is read in runs.
final class Spectrum {
    private static final int BLOCK = 16;

    final Size size;
    final double[] re;
    final double[] im;

    Spectrum(Size size) {
        this.size = size;
        this.re = new double[Math.toIntExact(size.voxels())];
        this.im = new double[re.length];
    }

    /// `field` in the middle of a larger lattice whose margins hold the boundary's values.
    static Spectrum of(Field field, Size padded, Boundary boundary) {
        Spectrum spectrum = new Spectrum(padded);
        int[] sourceI = boundary.sources(field.size.i(), before(field.size, padded, 0), after(field.size, padded, 0));
        int[] sourceJ = boundary.sources(field.size.j(), before(field.size, padded, 1), after(field.size, padded, 1));
        int[] sourceK = boundary.sources(field.size.k(), before(field.size, padded, 2), after(field.size, padded, 2));
        int at = 0;
        for (int k : sourceK) {
            for (int j : sourceJ) {
                int row = field.size.i() * (j + field.size.j() * k);
                for (int i : sourceI) {
                    spectrum.re[at++] = i < 0 || j < 0 || k < 0 ? 0 : field.values[row + i];
                }
            }
        }
        return spectrum;
    }

    /// The real part of what lies in the middle, on a lattice of `inner`.
    Field realPart(Size inner) {
        double[] values = new double[Math.toIntExact(inner.voxels())];
        int at = 0;
        for (int k = 0; k < inner.k(); k++) {
            for (int j = 0; j < inner.j(); j++) {
                int row = before(inner, size, 0)
                        + size.i() * (j + before(inner, size, 1) + size.j() * (k + before(inner, size, 2)));
                System.arraycopy(re, row, values, at, inner.i());
                at += inner.i();
            }
        }
        return new Field(inner, values);
    }

    private static int before(Size inner, Size padded, int axis) {
        return (padded.along(axis) - inner.along(axis)) / 2;
    }

    private static int after(Size inner, Size padded, int axis) {
        return padded.along(axis) - inner.along(axis) - before(inner, padded, axis);
    }

    void forward(int axes, int jobs) {
        for (int axis = 0; axis < axes; axis++) {
            transform(axis, true, jobs);
        }
    }

    void inverse(int axes, int jobs) {
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
            double[][] spare = {new double[n * BLOCK], new double[n * BLOCK]};
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
    interface Transfer {
        double at(int i, int j, int k);
    }

    void multiply(Transfer transfer, int jobs) {
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
    void turnBack(int times) {
        for (int turn = 0; turn < Math.floorMod(times, 4); turn++) {
            for (int at = 0; at < re.length; at++) {
                double real = re[at];
                re[at] = im[at];
                im[at] = -real;
            }
        }
    }

    /// Multiplies point by point with another lattice of the same size, into `product`.
    void times(Spectrum other, Spectrum product) {
        for (int at = 0; at < re.length; at++) {
            product.re[at] = re[at] * other.re[at] - im[at] * other.im[at];
            product.im[at] = re[at] * other.im[at] + im[at] * other.re[at];
        }
    }

    void clear() {
        Arrays.fill(re, 0);
        Arrays.fill(im, 0);
    }
}
