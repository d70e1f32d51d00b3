package org.trabecula.radiomics.filter;

import org.trabecula.image.Box;
import org.trabecula.image.Size;

/// Runs a recursive filter along all lines of one axis and keeps, of that axis, the box that is wanted.
///
/// Results are rounded to 32 bits, as ITK stores them between filters.
final class LineFilter {
    private final LineBundle bundle;

    /// @param longest samples of the longest line
    LineFilter(int longest) {
        bundle = new LineBundle(longest);
    }

    /// 32-bit values of a block, i fastest.
    record Block(float[] values, Size size) {}

    /// Where samples are read from.
    @FunctionalInterface
    private interface Samples {
        double at(int index);
    }

    /// Filters an image along `axis`.
    Block first(double[] values, Size size, int axis, Box box, RecursiveGaussian filter) {
        return along(n -> values[n], size, axis, box.min(axis), box.size().along(axis), filter);
    }

    /// Filters a block that was not cut along `axis` yet.
    Block next(Block block, int axis, Box box, RecursiveGaussian filter) {
        float[] values = block.values();
        return along(n -> values[n], block.size(), axis, box.min(axis), box.size().along(axis), filter);
    }

    private Block along(Samples in, Size size, int axis, int first, int kept, RecursiveGaussian filter) {
        int length = size.along(axis);
        int u = axis == 0 ? 1 : 0;
        int v = axis == 2 ? 1 : 2;
        Size out = new Size(axis == 0 ? kept : size.i(), axis == 1 ? kept : size.j(), axis == 2 ? kept : size.k());
        float[] values = new float[Math.toIntExact(out.voxels())];
        int[] inStride = {1, size.i(), size.i() * size.j()};
        int[] outStride = {1, out.i(), out.i() * out.j()};
        for (int nv = 0; nv < size.along(v); nv++) {
            for (int nu = 0; nu < size.along(u); nu += LineBundle.LINES) {
                int lines = Math.min(LineBundle.LINES, size.along(u) - nu);
                int from = nv * inStride[v] + nu * inStride[u];
                for (int n = 0; n < length; n++) {
                    double[] row = bundle.in(n);
                    int at = from + n * inStride[axis];
                    for (int l = 0; l < lines; l++) {
                        row[l] = in.at(at + l * inStride[u]);
                    }
                }
                bundle.filter(filter, length);
                int to = nv * outStride[v] + nu * outStride[u];
                for (int n = 0; n < kept; n++) {
                    double[] row = bundle.out(first + n);
                    int at = to + n * outStride[axis];
                    for (int l = 0; l < lines; l++) {
                        values[at + l * outStride[u]] = (float) row[l];
                    }
                }
            }
        }
        return new Block(values, out);
    }
}
