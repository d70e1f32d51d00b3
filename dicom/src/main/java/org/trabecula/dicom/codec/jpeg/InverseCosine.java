package org.trabecula.dicom.codec.jpeg;

/// The inverse cosine transform of 8 × 8 coefficients in whole numbers.
///
/// Loeffler, Ligtenberg and Moschytz 1989 (doi:10.1109/ICASSP.1989.266596), 13 bits of fraction, with the intermediate
/// precision of the Independent JPEG Group's "islow" transform, so that frames come out as its users know them.
final class InverseCosine {
    private static final int SIDE = 8;
    private static final int FRACTION = 13;
    private static final int F_0_298 = 2446;
    private static final int F_0_390 = 3196;
    private static final int F_0_541 = 4433;
    private static final int F_0_765 = 6270;
    private static final int F_0_899 = 7373;
    private static final int F_1_175 = 9633;
    private static final int F_1_501 = 12299;
    private static final int F_1_847 = 15137;
    private static final int F_1_961 = 16069;
    private static final int F_2_053 = 16819;
    private static final int F_2_562 = 20995;
    private static final int F_3_072 = 25172;

    private final int columnShift;
    private final int rowShift;
    private final int keep;
    private final int centre;
    private final int largest;

    /// @param precision bits of a sample, 8 or 12
    InverseCosine(int precision) {
        keep = precision == 8 ? 2 : 1; // bits of fraction kept between the passes
        columnShift = FRACTION - keep;
        rowShift = FRACTION + keep + 3;
        centre = 1 << precision - 1;
        largest = (1 << precision) - 1;
    }

    /// Replaces coefficients by samples from 0 to 2^precision − 1.
    void invert(int[] block) {
        for (int n = 0; n < SIDE; n++) {
            pass(block, n, SIDE, columnShift);
        }
        for (int n = 0; n < SIDE; n++) {
            pass(block, n * SIDE, 1, rowShift);
        }
        for (int n = 0; n < SIDE * SIDE; n++) {
            block[n] = Math.clamp(block[n] + centre, 0, largest);
        }
    }

    private static void pass(int[] b, int at, int stride, int shift) {
        int c1 = b[at + stride];
        int c2 = b[at + 2 * stride];
        int c3 = b[at + 3 * stride];
        int c5 = b[at + 5 * stride];
        int c6 = b[at + 6 * stride];
        int c7 = b[at + 7 * stride];
        // even part
        int z1 = (c2 + c6) * F_0_541;
        int t2 = z1 - c6 * F_1_847;
        int t3 = z1 + c2 * F_0_765;
        int t0 = b[at] + b[at + 4 * stride] << FRACTION;
        int t1 = b[at] - b[at + 4 * stride] << FRACTION;
        int e0 = t0 + t3;
        int e3 = t0 - t3;
        int e1 = t1 + t2;
        int e2 = t1 - t2;
        // odd part
        int y1 = -(c7 + c1) * F_0_899;
        int y2 = -(c5 + c3) * F_2_562;
        int z5 = (c7 + c3 + c5 + c1) * F_1_175;
        int y3 = z5 - (c7 + c3) * F_1_961;
        int y4 = z5 - (c5 + c1) * F_0_390;
        int o0 = c7 * F_0_298 + y1 + y3;
        int o1 = c5 * F_2_053 + y2 + y4;
        int o2 = c3 * F_3_072 + y2 + y3;
        int o3 = c1 * F_1_501 + y1 + y4;
        int half = 1 << shift - 1;
        b[at] = e0 + o3 + half >> shift;
        b[at + 7 * stride] = e0 - o3 + half >> shift;
        b[at + stride] = e1 + o2 + half >> shift;
        b[at + 6 * stride] = e1 - o2 + half >> shift;
        b[at + 2 * stride] = e2 + o1 + half >> shift;
        b[at + 5 * stride] = e2 - o1 + half >> shift;
        b[at + 3 * stride] = e3 + o0 + half >> shift;
        b[at + 4 * stride] = e3 - o0 + half >> shift;
    }
}
