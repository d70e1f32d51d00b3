package org.trabecula.dicom.codec.jpeg2000;

/// The way of both inverse transforms through a resolution: rows, then columns, sixteen side by side (ITU-T T.800, F.3). Bands and buffers
/// are `int[]` or `float[]`; only copying touches them here.
final class WaveletBands {
    private static final int STRIP = 16;

    private WaveletBands() {}

    /// Lifts what the buffer holds, in place.
    @FunctionalInterface
    interface Lifting {
        /// @param count values after each other
        /// @param strip values beside each other at each of them
        /// @param odd   1 where the first value has an odd coordinate, and so is a high frequency
        void lift(int count, int strip, int odd);
    }

    /// How many values a buffer needs: 16 columns or one row.
    static int bufferSize(CodedArea area) {
        return Math.max(area.width(), STRIP * area.height());
    }

    /// Joins a resolution's four bands in place: low and high frequencies lie beside each other in the upper left corner of `array`.
    ///
    /// @param buffer of [#bufferSize], which `lifting` works on
    /// @param width  of a row of `array`
    /// @param area   of the resolution on its own grid
    static void join(Object array, Object buffer, int width, CodedArea area, Lifting lifting) {
        int columns = area.width();
        int rows = area.height();
        for (int row = 0; row < rows; row++) {
            int at = row * width;
            interleave(array, at, 1, buffer, columns, 1, area.x0() & 1);
            lifting.lift(columns, 1, area.x0() & 1);
            System.arraycopy(buffer, 0, array, at, columns);
        }
        for (int column = 0; column < columns; column += STRIP) {
            int strip = Math.min(STRIP, columns - column);
            interleave(array, column, width, buffer, rows, strip, area.y0() & 1);
            lifting.lift(rows, strip, area.y0() & 1);
            for (int row = 0; row < rows; row++) {
                System.arraycopy(buffer, row * strip, array, row * width + column, strip);
            }
        }
    }

    /// Copies the low half to the places of even coordinates and the high half to the odd ones.
    private static void interleave(Object array, int from, int step, Object buffer, int count, int strip, int odd) {
        int low = (count + 1 - odd) >> 1;
        for (int n = 0; n < count; n++) {
            int place = n < low ? 2 * n + odd : 2 * (n - low) + 1 - odd;
            System.arraycopy(array, from + n * step, buffer, place * strip, strip);
        }
    }
}
