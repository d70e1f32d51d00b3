package org.trabecula.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Several files in one input: each behind its length in two bytes, high byte first; a length beyond the end means the rest.
final class Parts {
    private Parts() {}

    /// @param most the last of so many takes all that is left
    static List<byte[]> of(byte[] input, int most) {
        List<byte[]> parts = new ArrayList<>();
        int at = 0;
        while (at + 2 <= input.length && parts.size() < most) {
            int length = (input[at] & 0xFF) << 8 | input[at + 1] & 0xFF;
            at += 2;
            int end = parts.size() == most - 1 ? input.length : Math.min(input.length, at + length);
            parts.add(Arrays.copyOfRange(input, at, end));
            at = end;
        }
        return parts;
    }
}
