package org.trabecula.dicom.segmentation;

import java.util.Arrays;
import org.trabecula.image.Box;

/// The voxels of one region in one slice, as runs along rows: a vertebra's slice takes a few hundred bytes, whatever the matrix.
///
/// @param runs three numbers a run: its row, its first column, and the column behind its last; in rising order, without overlaps
record SliceRuns(int[] runs) {
    private static final int EACH = 3;

    /// Collects runs in rising order.
    static final class Builder {
        private int[] runs = new int[16 * EACH];
        private int length;

        /// @param to the column behind the last; a run without columns is none
        void add(int row, int from, int to) {
            if (from >= to) {
                return;
            }
            if (length > 0 && runs[length - EACH] == row && runs[length - 1] == from) {
                runs[length - 1] = to;
                return;
            }
            if (length == runs.length) {
                runs = Arrays.copyOf(runs, Math.multiplyExact(runs.length, 2));
            }
            runs[length] = row;
            runs[length + 1] = from;
            runs[length + 2] = to;
            length += EACH;
        }

        int count() {
            return length / EACH;
        }

        SliceRuns build() {
            return new SliceRuns(Arrays.copyOf(runs, length));
        }
    }

    int count() {
        return runs.length / EACH;
    }

    boolean isEmpty() {
        return runs.length == 0;
    }

    private int row(int n) {
        return runs[n * EACH];
    }

    private int from(int n) {
        return runs[n * EACH + 1];
    }

    private int to(int n) {
        return runs[n * EACH + 2];
    }

    long voxels() {
        long voxels = 0;
        for (int n = 0; n < count(); n++) {
            voxels += to(n) - from(n);
        }
        return voxels;
    }

    /// The bounding box, in slice `k`.
    Box box(int k) {
        int low = Integer.MAX_VALUE;
        int high = -1;
        for (int n = 0; n < count(); n++) {
            low = Math.min(low, from(n));
            high = Math.max(high, to(n) - 1);
        }
        return new Box(low, row(0), k, high, row(count() - 1), k);
    }

    SliceRuns shifted(int columns, int rows) {
        if (columns == 0 && rows == 0) {
            return this;
        }
        int[] moved = runs.clone();
        for (int n = 0; n < moved.length; n += EACH) {
            moved[n] += rows;
            moved[n + 1] += columns;
            moved[n + 2] += columns;
        }
        return new SliceRuns(moved);
    }

    /// Whether a voxel belongs to both.
    boolean intersects(SliceRuns other) {
        int a = 0;
        int b = 0;
        while (a < count() && b < other.count()) {
            int order = Integer.compare(row(a), other.row(b));
            if (order == 0 && from(a) < other.to(b) && other.from(b) < to(a)) {
                return true;
            }
            if (order < 0 || (order == 0 && to(a) <= other.to(b))) {
                a++;
            } else {
                b++;
            }
        }
        return false;
    }

    /// The voxels of either, where none belongs to both.
    SliceRuns with(SliceRuns other) {
        Builder all = new Builder();
        int a = 0;
        int b = 0;
        while (a < count() || b < other.count()) {
            boolean own = b == other.count()
                    || (a < count() && (row(a) < other.row(b) || (row(a) == other.row(b) && from(a) < other.from(b))));
            SliceRuns next = own ? this : other;
            int n = own ? a++ : b++;
            all.add(next.row(n), next.from(n), next.to(n));
        }
        return all.build();
    }

    /// Who is told of the parts of runs that lie in a box: `length` voxels from place `at` of the box's slice on.
    @FunctionalInterface
    interface Painter {
        void run(int at, int length);
    }

    /// The parts of the runs in the rows and columns of `box`.
    void paint(Box box, Painter painter) {
        int width = box.size().i();
        for (int n = 0; n < count(); n++) {
            int first = Math.max(from(n), box.iMin());
            int end = Math.min(to(n), box.iMax() + 1);
            if (row(n) >= box.jMin() && row(n) <= box.jMax() && first < end) {
                painter.run((row(n) - box.jMin()) * width + first - box.iMin(), end - first);
            }
        }
    }
}
