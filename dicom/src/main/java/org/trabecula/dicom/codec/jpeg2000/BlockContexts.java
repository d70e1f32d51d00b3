package org.trabecula.dicom.codec.jpeg2000;

/// Which context a coefficient is decoded in, by what its eight neighbours are (ITU-T T.800, D.3).
///
/// The state of a coefficient is one `int`: which neighbours are significant, which of the nearest four are negative, and
/// what it is itself.
final class BlockContexts {
    static final int NORTH_EAST = 1;
    static final int SOUTH_EAST = 2;
    static final int SOUTH_WEST = 4;
    static final int NORTH_WEST = 8;
    static final int NORTH = 0x10;
    static final int EAST = 0x20;
    static final int SOUTH = 0x40;
    static final int WEST = 0x80;
    static final int NEIGHBOURS = 0xff;
    static final int NORTH_NEGATIVE = 0x100;
    static final int EAST_NEGATIVE = 0x200;
    static final int SOUTH_NEGATIVE = 0x400;
    static final int WEST_NEGATIVE = 0x800;
    static final int SIGNIFICANT = 0x1000;
    static final int REFINED = 0x2000;
    static final int VISITED = 0x4000;
    /// All that a coefficient knows of the row below.
    static final int BELOW = SOUTH | SOUTH_EAST | SOUTH_WEST | SOUTH_NEGATIVE;

    private static final byte[][] SIGNIFICANCE = new byte[4][NEIGHBOURS + 1];
    private static final byte[] SIGN = new byte[256];

    static {
        for (int state = 0; state <= NEIGHBOURS; state++) {
            int h = Integer.bitCount(state & (EAST | WEST));
            int v = Integer.bitCount(state & (NORTH | SOUTH));
            int d = Integer.bitCount(state & (NORTH_EAST | SOUTH_EAST | SOUTH_WEST | NORTH_WEST));
            SIGNIFICANCE[0][state] = straight(h, v, d);
            SIGNIFICANCE[1][state] = straight(v, h, d);
            SIGNIFICANCE[2][state] = straight(h, v, d);
            SIGNIFICANCE[3][state] = diagonal(h + v, d);
        }
        for (int index = 0; index < 256; index++) {
            int state = index << 4;
            int h = sign(state, EAST, EAST_NEGATIVE) + sign(state, WEST, WEST_NEGATIVE);
            int v = sign(state, NORTH, NORTH_NEGATIVE) + sign(state, SOUTH, SOUTH_NEGATIVE);
            SIGN[index] = signContext(Integer.signum(h), Integer.signum(v));
        }
    }

    private BlockContexts() {}

    /// The table of significance contexts of a band, by the state's [#NEIGHBOURS].
    static byte[] significance(boolean highX, boolean highY) {
        return SIGNIFICANCE[(highX ? 1 : 0) + (highY ? 2 : 0)];
    }

    /// The sign's context, and in bit 7 whether its bit is turned.
    static int sign(int state) {
        return SIGN[state >> 4 & 0xff];
    }

    private static byte straight(int h, int v, int d) {
        if (h == 2) {
            return 8;
        }
        if (h == 1) {
            return (byte) (v >= 1 ? 7 : d >= 1 ? 6 : 5);
        }
        return (byte) (v == 2 ? 4 : v == 1 ? 3 : Math.min(d, 2));
    }

    private static byte diagonal(int hv, int d) {
        if (d >= 3) {
            return 8;
        }
        if (d == 2) {
            return (byte) (hv >= 1 ? 7 : 6);
        }
        return (byte) (Math.min(hv, 2) + (d == 1 ? 3 : 0));
    }

    private static int sign(int state, int neighbour, int negative) {
        return (state & neighbour) == 0 ? 0 : (state & negative) == 0 ? 1 : -1;
    }

    private static byte signContext(int h, int v) {
        boolean turned = h < 0 || h == 0 && v < 0;
        int hh = turned ? -h : h;
        int vv = turned ? -v : v;
        int context = hh == 1 ? 12 + vv : 9 + vv;
        return (byte) (context | (turned ? 0x80 : 0));
    }
}
