package org.trabecula.radiomics.texture;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// The ranks of a region as bytes, of which eight are compared at a time in one `long`: cheap without an optimising compiler too, which
/// some dozens of cases do not pay for.
final class RankBytes {
    /// The highest rank: the eighth bit of each byte stays free for the comparison.
    static final int MOST = Byte.MAX_VALUE;

    static final int AT_A_TIME = Long.BYTES;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;

    private final byte[] bytes;
    private final int first;
    private final int end;

    /// @param ranks  with the margin of the layout, none above [#MOST]
    /// @param inside the positions of the region's voxels, ascending
    RankBytes(int[] ranks, int[] inside) {
        bytes = new byte[ranks.length + AT_A_TIME];
        for (int voxel : inside) {
            bytes[voxel] = (byte) ranks[voxel];
        }
        first = inside[0];
        end = inside[inside.length - 1] + 1;
    }

    /// The position of the first voxel inside.
    int first() {
        return first;
    }

    /// One more than the position of the last voxel inside.
    int end() {
        return end;
    }

    /// The ranks from a position on, the first of them in the lowest byte.
    long at(int position) {
        return (long) EIGHT.get(bytes, position);
    }

    /// 1 in each byte in which `a` and `b` agree, else 0. Bytes that differ, by at most 127, reach the eighth bit when 127 is added,
    /// and none reaches the next byte.
    static long equal(long a, long b) {
        return ~((a ^ b) + MOST * ONES) >>> Byte.SIZE - 1 & ONES;
    }
}
