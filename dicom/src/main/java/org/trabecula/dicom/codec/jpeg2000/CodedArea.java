package org.trabecula.dicom.codec.jpeg2000;

/// A rectangle on one of the standard's grids: first column and row, and one past the last.
record CodedArea(int x0, int y0, int x1, int y1) {
    int width() {
        return x1 - x0;
    }

    int height() {
        return y1 - y0;
    }

    boolean isEmpty() {
        return x1 <= x0 || y1 <= y0;
    }

    /// The same area on a grid 2^levels times coarser; every corner is rounded up (T.800, B-14).
    CodedArea reduced(int levels) {
        return new CodedArea(up(x0, levels), up(y0, levels), up(x1, levels), up(y1, levels));
    }

    /// The area of a band of this tile (T.800, B-15).
    ///
    /// @param levels decomposition level of the band, at least 1
    /// @param highX  whether the band holds the horizontal high frequencies
    /// @param highY  whether it holds the vertical ones
    CodedArea band(int levels, boolean highX, boolean highY) {
        long dx = highX ? 1L << levels - 1 : 0;
        long dy = highY ? 1L << levels - 1 : 0;
        return new CodedArea(up(x0 - dx, levels), up(y0 - dy, levels), up(x1 - dx, levels), up(y1 - dy, levels));
    }

    CodedArea common(long left, long top, long right, long bottom) {
        return new CodedArea((int) Math.max(x0, left), (int) Math.max(y0, top), (int) Math.min(x1, right), (int) Math.min(y1, bottom));
    }

    private static int up(long value, int levels) {
        return (int) (value + (1L << levels) - 1 >> levels);
    }
}
