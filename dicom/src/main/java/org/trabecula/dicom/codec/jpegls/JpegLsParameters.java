package org.trabecula.dicom.codec.jpegls;

import org.trabecula.dicom.pixel.DamagedFrameException;

/// The numbers that decide how a scan is coded (ITU-T T.87, C.2.4.1.1 and A.2.1).
///
/// @param largest   `MAXVAL`, the largest sample
/// @param near      `NEAR`, by how much a sample may differ; 0 is lossless
/// @param t1        first threshold of the gradients
/// @param t2        second threshold
/// @param t3        third threshold
/// @param reset     `RESET`, after how many samples a context is halved
record JpegLsParameters(int largest, int near, int t1, int t2, int t3, int reset) {
    static final int USUAL_RESET = 64;

    JpegLsParameters {
        assert largest > 0;
    }

    /// The parameters of a scan; a preset of 0 stands for the usual value.
    ///
    /// @throws DamagedFrameException if they are not those of any scan
    static JpegLsParameters of(int precision, int near, Preset preset) throws DamagedFrameException {
        int largest = preset.largest() == 0 ? (1 << precision) - 1 : preset.largest();
        if (largest < 1 || largest > (1 << precision) - 1 || near > Math.min(255, largest / 2)) {
            throw new DamagedFrameException("JPEG-LS samples up to " + largest + " of " + precision + " bits, NEAR " + near);
        }
        int[] usual = usualThresholds(largest, near);
        int t1 = preset.t1() == 0 ? usual[0] : preset.t1();
        int t2 = preset.t2() == 0 ? usual[1] : preset.t2();
        int t3 = preset.t3() == 0 ? usual[2] : preset.t3();
        int reset = preset.reset() == 0 ? USUAL_RESET : preset.reset();
        if (!(near + 1 <= t1 && t1 <= t2 && t2 <= t3 && t3 <= largest) || reset < 3 || reset > Math.max(255, largest)) {
            throw new DamagedFrameException("JPEG-LS thresholds " + t1 + ", " + t2 + ", " + t3 + ", RESET " + reset);
        }
        return new JpegLsParameters(largest, near, t1, t2, t3, reset);
    }

    /// What a preset segment states; 0 where it leaves the usual value.
    record Preset(int largest, int t1, int t2, int t3, int reset) {
        static final Preset NONE = new Preset(0, 0, 0, 0, 0);
    }

    private static int[] usualThresholds(int largest, int near) {
        int t1;
        int t2;
        int t3;
        if (largest >= 128) {
            int factor = (Math.min(largest, 4095) + 128) / 256;
            t1 = clamp(factor + 2 + 3 * near, near + 1, largest);
            t2 = clamp(factor * 4 + 3 + 5 * near, t1, largest);
            t3 = clamp(factor * 17 + 4 + 7 * near, t2, largest);
        } else {
            int factor = 256 / (largest + 1);
            t1 = clamp(Math.max(2, 3 / factor + 3 * near), near + 1, largest);
            t2 = clamp(Math.max(3, 7 / factor + 5 * near), t1, largest);
            t3 = clamp(Math.max(4, 21 / factor + 7 * near), t2, largest);
        }
        return new int[] {t1, t2, t3};
    }

    /// The standard's own: what lies outside becomes the lower bound.
    private static int clamp(int value, int low, int high) {
        return value > high || value < low ? low : value;
    }

    /// Steps of a difference: 1 without loss.
    int step() {
        return 2 * near + 1;
    }

    /// `RANGE`, how many differences there are.
    int range() {
        return (largest + 2 * near) / step() + 1;
    }

    /// `qbpp`, bits of a difference.
    int differenceBits() {
        return ceilLog2(range());
    }

    /// `LIMIT`, the longest code of a difference.
    int limit() {
        int bits = Math.max(2, ceilLog2(largest + 1));
        return 2 * (bits + Math.max(8, bits));
    }

    private static int ceilLog2(int n) {
        return 32 - Integer.numberOfLeadingZeros(n - 1);
    }
}
