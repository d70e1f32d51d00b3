package org.trabecula.image;

import java.io.IOException;
import java.util.Arrays;
import java.util.TreeMap;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;

/// One pass over a label map: which labels there are, how many voxels each has, and where. Holds one slice.
final class LabelScan {
    /// A label stored through a scaling factor misses its whole number by rounding; an interpolated mask by far more.
    private static final double WHOLE_WITHIN = 1e-4;

    private final ImageFile file;
    private final TreeMap<Integer, Found> found = new TreeMap<>();
    /// A row of zeros; made with the first slice, since a header may state any width.
    private short[] background = {};
    private int lastNumber;
    private Found last = new Found();

    /// What is known of one label.
    static final class Found {
        private long voxelCount;
        private int iMin = Integer.MAX_VALUE;
        private int jMin = Integer.MAX_VALUE;
        private int kMin = Integer.MAX_VALUE;
        private int iMax = -1;
        private int jMax = -1;
        private int kMax = -1;

        long voxelCount() {
            return voxelCount;
        }

        Box box() {
            return new Box(iMin, jMin, kMin, iMax, jMax, kMax);
        }

        /// Voxels `iFirst … iLast` of row j in slice k.
        void add(int iFirst, int iLast, int j, int k) {
            voxelCount += iLast - iFirst + 1L;
            iMin = Math.min(iMin, iFirst);
            iMax = Math.max(iMax, iLast);
            jMin = Math.min(jMin, j);
            jMax = Math.max(jMax, j);
            kMin = Math.min(kMin, k);
            kMax = Math.max(kMax, k);
        }
    }

    private LabelScan(ImageFile file) {
        this.file = file;
    }

    /// The labels of `file` by number, without the background 0.
    ///
    /// @throws InputException MSK-004 if a voxel is no whole number
    static TreeMap<Integer, Found> of(ImageFile file) throws IOException {
        LabelScan scan = new LabelScan(file);
        file.readSlices(file.grid().wholeBox(), scan::slice);
        return scan.found;
    }

    private void slice(int k, Volume.Voxels voxels) {
        int width = file.grid().size().i();
        if (background.length != width) {
            background = new short[width];
        }
        int at = 0;
        for (int j = 0; j < file.grid().size().j(); j++) {
            switch (voxels) {
                case Volume.Voxels.OfShort(short[] values) -> shortRow(values, at, width, j, k);
                case Volume.Voxels.OfInt _, Volume.Voxels.OfFloat _, Volume.Voxels.OfDouble _ ->
                    row(voxels, at, width, j, k);
            }
            at += width;
        }
    }

    /// The common case, 8 and 16 bits, without a conversion for each voxel.
    private void shortRow(short[] values, int at, int width, int j, int k) {
        int i = Arrays.mismatch(values, at, at + width, background, 0, width); // rows of nothing else in a few steps
        if (i < 0) {
            return;
        }
        while (i < width) {
            short value = values[at + i];
            int first = i++;
            while (i < width && values[at + i] == value) {
                i++;
            }
            if (value != 0) {
                label(value).add(first, i - 1, j, k);
            }
        }
    }

    private void row(Volume.Voxels voxels, int at, int width, int j, int k) {
        for (int i = 0; i < width; i++) {
            double value = voxels.at(at + i);
            if (value != 0) { // NaN comes in too
                label(number(value, i, j, k)).add(i, i, j, k);
            }
        }
    }

    private Found label(int number) {
        if (number == 0) {
            return new Found(); // rounding noise around the background
        }
        if (number != lastNumber) {
            lastNumber = number;
            last = found.computeIfAbsent(number, _ -> new Found());
        }
        return last;
    }

    private int number(double value, int i, int j, int k) {
        double whole = Math.rint(value);
        if (!(Math.abs(value - whole) <= WHOLE_WITHIN) || Math.abs(whole) > Integer.MAX_VALUE) {
            throw new InputException(new Problem(
                    ImageProblem.NOT_LABELS,
                    file.path().toString(),
                    "value " + value + " at voxel (" + i + ", " + j + ", " + k + ")",
                    "whole numbers up to " + Integer.MAX_VALUE + ": 0 for the background, a number for each region",
                    "export the label map again with nearest-neighbour resampling; interpolation mixes labels"));
        }
        return (int) whole;
    }

    /// Whether a stored value stands for `number`.
    static boolean stands(double value, int number) {
        return Math.abs(value - number) <= WHOLE_WITHIN;
    }
}
