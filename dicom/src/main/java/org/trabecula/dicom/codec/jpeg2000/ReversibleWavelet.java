package org.trabecula.dicom.codec.jpeg2000;

/// The inverse 5/3 transform in whole numbers (ITU-T T.800, F.3 and F.4.8.1).
final class ReversibleWavelet {
    private static final int STRIP = 16;

    private ReversibleWavelet() {}

    /// Joins a resolution's four bands in place: low and high frequencies lie beside each other in the upper left corner of `array`.
    ///
    /// Allocates 16 columns or one row.
    ///
    /// @param width of a row of `array`
    /// @param area  of the resolution on its own grid
    static void invert(int[] array, int width, CodedArea area) {
        int columns = area.width();
        int rows = area.height();
        int[] buffer = new int[Math.max(columns, STRIP * rows)];
        for (int row = 0; row < rows; row++) {
            int at = row * width;
            interleave(array, at, 1, buffer, columns, 1, area.x0() & 1);
            lift(buffer, columns, 1, area.x0() & 1);
            System.arraycopy(buffer, 0, array, at, columns);
        }
        for (int column = 0; column < columns; column += STRIP) {
            int strip = Math.min(STRIP, columns - column);
            interleave(array, column, width, buffer, rows, strip, area.y0() & 1);
            lift(buffer, rows, strip, area.y0() & 1);
            for (int row = 0; row < rows; row++) {
                System.arraycopy(buffer, row * strip, array, row * width + column, strip);
            }
        }
    }

    /// Copies the low half to the places of even coordinates and the high half to the odd ones.
    private static void interleave(int[] array, int from, int step, int[] buffer, int count, int strip, int odd) {
        int low = (count + 1 - odd) >> 1;
        for (int n = 0; n < count; n++) {
            int place = n < low ? 2 * n + odd : 2 * (n - low) + 1 - odd;
            System.arraycopy(array, from + n * step, buffer, place * strip, strip);
        }
    }

    /// @param odd 1 where the first value has an odd coordinate, and so is a high frequency
    private static void lift(int[] v, int count, int strip, int odd) {
        if (count == 1) {
            if (odd == 1) {
                for (int n = 0; n < strip; n++) {
                    v[n] >>= 1;
                }
            }
            return;
        }
        for (int n = odd; n < count; n += 2) {
            int before = (n > 0 ? n - 1 : 1) * strip;
            int after = (n < count - 1 ? n + 1 : n - 1) * strip;
            for (int k = 0; k < strip; k++) {
                v[n * strip + k] -= v[before + k] + v[after + k] + 2 >> 2;
            }
        }
        for (int n = 1 - odd; n < count; n += 2) {
            int before = (n > 0 ? n - 1 : 1) * strip;
            int after = (n < count - 1 ? n + 1 : n - 1) * strip;
            for (int k = 0; k < strip; k++) {
                v[n * strip + k] += v[before + k] + v[after + k] >> 1;
            }
        }
    }
}
