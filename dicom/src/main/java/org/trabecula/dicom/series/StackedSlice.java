package org.trabecula.dicom.series;

import java.io.IOException;
import java.util.Optional;
import org.trabecula.dicom.pixel.Frames;
import org.trabecula.dicom.pixel.FrameShape;
import org.trabecula.dicom.pixel.PixelPadding;
import org.trabecula.dicom.pixel.StoredBits;
import org.trabecula.image.Box;
import org.trabecula.image.Volume.Voxels;

/// One slice of a volume: its frame, and what makes values of what is stored there.
///
/// @param padding stored values that become [SeriesImage#OUTSIDE_HU]; absent where padding is none, or harmless
record StackedSlice(Frames frames, int frame, Rescale rescale, Optional<PixelPadding> padding) {
    /// Writes the values of one rectangle of the slice, row by row.
    ///
    /// @param box whose rows and columns are asked for
    /// @param at  where the first of them belongs
    void read(Box box, Voxels into, int at) throws IOException {
        switch (into) {
            case Voxels.OfShort(short[] values) when frames.areWords() -> {
                if (isWhole(box)) {
                    frames.readWords(frame, values, at);
                    rescaleWords(values, at, frames.shape().samples());
                } else {
                    short[] cells = new short[frames.shape().samples()];
                    frames.readWords(frame, cells, 0);
                    int width = box.size().i();
                    for (int row = 0; row < box.size().j(); row++) {
                        System.arraycopy(cells, from(box, row), values, at + row * width, width);
                    }
                    rescaleWords(values, at, box.size().j() * width);
                }
            }
            default -> {
                int[] stored = frames.read(frame);
                int width = box.size().i();
                for (int row = 0; row < box.size().j(); row++) {
                    rescale(stored, from(box, row), width, into, at + row * width);
                }
            }
        }
    }

    private boolean isWhole(Box box) {
        return box.size().i() == frames.shape().columns() && box.size().j() == frames.shape().rows();
    }

    /// Where a row of the box begins in the frame.
    private int from(Box box, int row) {
        return (box.jMin() + row) * frames.shape().columns() + box.iMin();
    }

    /// Makes values of cells, in place. A volume is one of shorts because every value is whole and none leaves them: then whole numbers say the
    /// same as [Rescale#of].
    private void rescaleWords(short[] cells, int at, int count) {
        StoredBits bits = frames.cellBits();
        int slope = (int) rescale.slope();
        int intercept = (int) rescale.intercept();
        if (padding.isPresent()) {
            int lowest = padding.get().lowest();
            int highest = padding.get().highest();
            for (int n = at; n < at + count; n++) {
                int stored = bits.of(cells[n]);
                cells[n] = (short) (stored >= lowest && stored <= highest ? SeriesImage.OUTSIDE_HU : slope * stored + intercept);
            }
        } else if (!(bits.areAllOf(Short.SIZE) && slope == 1 && intercept == 0)) {
            int up = bits.up(); // in locals: a quarter of a billion times
            int down = bits.down();
            int kept = bits.kept();
            for (int n = at; n < at + count; n++) {
                cells[n] = (short) (slope * (cells[n] << up >> down & kept) + intercept);
            }
        }
    }

    private void rescale(int[] stored, int from, int count, Voxels into, int to) {
        switch (into) {
            case Voxels.OfShort(short[] values) -> {
                for (int n = 0; n < count; n++) values[to + n] = (short) value(stored[from + n]);
            }
            case Voxels.OfInt(int[] values) -> {
                for (int n = 0; n < count; n++) values[to + n] = (int) value(stored[from + n]);
            }
            case Voxels.OfFloat(float[] values) -> {
                for (int n = 0; n < count; n++) values[to + n] = (float) value(stored[from + n]);
            }
            case Voxels.OfDouble(double[] values) -> {
                for (int n = 0; n < count; n++) values[to + n] = value(stored[from + n]);
            }
        }
    }

    private double value(int stored) {
        return padding.isPresent() && padding.get().holds(stored) ? SeriesImage.OUTSIDE_HU : rescale.of(stored);
    }

    /// The smallest and the largest value that the stored bits can write.
    double[] range() {
        FrameShape shape = frames.shape();
        long least = shape.signed() ? -(1L << shape.bitsStored() - 1) : 0;
        long most = (shape.signed() ? 1L << shape.bitsStored() - 1 : 1L << shape.bitsStored()) - 1;
        double a = rescale.slope() * least + rescale.intercept();
        double b = rescale.slope() * most + rescale.intercept();
        return new double[] {Math.min(a, b), Math.max(a, b)};
    }
}
