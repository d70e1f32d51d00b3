package org.trabecula.extraction.check;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.trabecula.core.Hash;

/// A print of the grey values alone, each with how often it is there: exports of one scan may turn its axes round.
final class GreyPrint {
    /// Regions of fewer grey values, as models and test objects have them, may agree by chance; bone has hundreds.
    private static final int FEWEST_GREY_VALUES = 32;
    private static final int DIGITS = 16;
    /// Of a CT's 16 bits a value. Counting them is one pass, and more of them are sorted.
    private static final long MOST_COUNTED = 1 << 16;

    private GreyPrint() {}

    /// @param hu whole values, at least one; may be put into another order
    /// @return empty where there are too few values to tell scans apart
    static String of(int[] hu) {
        int lowest = hu[0];
        int highest = hu[0];
        for (int value : hu) {
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        long range = (long) highest - lowest + 1;
        int[] pairs = range <= MOST_COUNTED ? counted(hu, lowest, (int) range) : sorted(hu);
        if (pairs.length < 2 * FEWEST_GREY_VALUES) {
            return "";
        }
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * pairs.length);
        bytes.asIntBuffer().put(pairs);
        return Hash.sha256Hex(bytes.array()).substring(0, DIGITS);
    }

    /// Values in their order of size, each followed by its count.
    static int[] counted(int[] hu, int lowest, int range) {
        int[] counts = new int[range];
        for (int value : hu) {
            counts[value - lowest]++;
        }
        int[] pairs = new int[2 * range];
        int length = 0;
        for (int at = 0; at < range; at++) {
            if (counts[at] > 0) {
                pairs[length++] = lowest + at;
                pairs[length++] = counts[at];
            }
        }
        return Arrays.copyOf(pairs, length);
    }

    /// The same, whatever the range.
    static int[] sorted(int[] hu) {
        Arrays.sort(hu);
        int[] pairs = new int[2 * hu.length];
        int length = 0;
        for (int from = 0, to; from < hu.length; from = to) {
            to = from + 1;
            while (to < hu.length && hu[to] == hu[from]) {
                to++;
            }
            pairs[length++] = hu[from];
            pairs[length++] = to - from;
        }
        return Arrays.copyOf(pairs, length);
    }
}
