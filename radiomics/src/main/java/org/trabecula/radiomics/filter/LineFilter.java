package org.trabecula.radiomics.filter;

import org.trabecula.image.Box;
import org.trabecula.image.Size;

/// Runs a recursive filter along all lines of one axis and keeps, of that axis, the box that is wanted.
///
/// Results are rounded to 32 bits, as ITK stores them between filters. Not thread-safe: it owns its scratch, and a block
/// that it returned is overwritten two calls later.
final class LineFilter {
    private final LineBundle bundle;
    private final float[][] blocks;
    private int calls;

    /// @param size of the largest image to be filtered
    LineFilter(Size size) {
        bundle = new LineBundle(Math.max(size.i(), Math.max(size.j(), size.k())));
        int voxels = Math.toIntExact(size.voxels());
        blocks = new float[][] {new float[voxels], new float[voxels]};
    }

    /// 32-bit values of a block, i fastest; the array may be longer than the block.
    record Block(float[] values, Size size) {}

    /// Reads one sample of neighbouring lines.
    private interface Samples {
        void gather(int from, int step, double[] to, int count);
    }

    /// Filters an image along `axis`.
    Block first(double[] values, Size size, int axis, Box box, RecursiveGaussian filter) {
        return filter(new Lines(size, axis, box), filter, (from, step, to, count) -> gather(values, from, step, to, count));
    }

    /// Filters a block that was not cut along `axis` yet.
    Block next(Block block, int axis, Box box, RecursiveGaussian filter) {
        float[] values = block.values();
        return filter(
                new Lines(block.size(), axis, box), filter, (from, step, to, count) -> gather(values, from, step, to, count));
    }

    private Block filter(Lines lines, RecursiveGaussian filter, Samples samples) {
        float[] to = blocks[calls++ % 2];
        int bundles = (lines.perRow + LineBundle.LINES - 1) / LineBundle.LINES;
        int most = (lines.perRow + bundles - 1) / bundles; // of about equal size: small ones cost nearly as much as full ones
        for (int v = 0; v < lines.rows; v++) {
            for (int u = 0; u < lines.perRow; u += most) {
                int count = Math.min(most, lines.perRow - u);
                int from = lines.from(u, v);
                for (int n = 0; n < lines.length; n++) {
                    samples.gather(from + n * lines.inStep, lines.inLineStep, bundle.in(n), count);
                }
                int at = lines.to(u, v);
                bundle.filter(filter, lines.length, count, (n, causal, anticausal) -> {
                    if (n >= lines.first && n < lines.first + lines.kept) {
                        scatter(causal, anticausal, to, at + (n - lines.first) * lines.outStep, lines.outLineStep, count);
                    }
                });
            }
        }
        return new Block(to, lines.out);
    }

    /// Where the lines along an axis lie in a block and in the result, which holds the box's part of them.
    private static final class Lines {
        final int length;
        final int perRow;
        final int rows;
        final int inStep;
        final int inLineStep;
        final int outStep;
        final int outLineStep;
        final int first;
        final int kept;
        final Size out;
        private final int inRowStep;
        private final int outRowStep;

        /// Lines along i and k are equally far apart through the whole block and lie in one row; those along j in a row for each k.
        Lines(Size in, int axis, Box box) {
            length = in.along(axis);
            perRow = axis == 0 ? in.j() * in.k() : axis == 1 ? in.i() : in.i() * in.j();
            rows = axis == 1 ? in.k() : 1;
            first = box.min(axis);
            kept = box.size().along(axis);
            out = new Size(axis == 0 ? kept : in.i(), axis == 1 ? kept : in.j(), axis == 2 ? kept : in.k());
            int[] inStride = {1, in.i(), in.i() * in.j()};
            int[] outStride = {1, out.i(), out.i() * out.j()};
            int u = axis == 0 ? 1 : 0;
            int v = 2;
            inStep = inStride[axis];
            inLineStep = inStride[u];
            inRowStep = inStride[v];
            outStep = outStride[axis];
            outLineStep = outStride[u];
            outRowStep = outStride[v];
        }

        int from(int u, int v) {
            return u * inLineStep + v * inRowStep;
        }

        int to(int u, int v) {
            return u * outLineStep + v * outRowStep;
        }
    }

    private static void scatter(double[] causal, double[] anticausal, float[] to, int at, int step, int count) {
        if (step == 1) {
            for (int l = 0; l < count; l++) {
                to[at + l] = (float) (causal[l] + anticausal[l]);
            }
            return;
        }
        for (int l = 0; l < count; l++) {
            to[at + l * step] = (float) (causal[l] + anticausal[l]);
        }
    }

    private static void gather(double[] values, int at, int step, double[] row, int count) {
        if (step == 1) {
            System.arraycopy(values, at, row, 0, count);
            return;
        }
        for (int l = 0; l < count; l++) {
            row[l] = values[at + l * step];
        }
    }

    private static void gather(float[] values, int at, int step, double[] row, int count) {
        if (step == 1) {
            for (int l = 0; l < count; l++) {
                row[l] = values[at + l];
            }
            return;
        }
        for (int l = 0; l < count; l++) {
            row[l] = values[at + l * step];
        }
    }
}
