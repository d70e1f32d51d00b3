package org.trabecula.image.stored;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.trabecula.image.Volume.Voxels;
import org.trabecula.image.VoxelType;

/// Between stored bytes and arrays of numbers, many voxels at a time.
public final class VoxelCodec {
    private static final double TWO_TO_63 = 0x1p63;
    private static final byte[] ZERO_BYTES = new byte[1 << 12];
    private static final short[] ZERO_SHORTS = new short[1 << 12];

    private VoxelCodec() {}

    /// A store for `count` voxels of `type`: the smallest kind of array that holds the type exactly (64-bit integers
    /// beyond 2⁵³ round).
    public static Voxels allocate(VoxelType type, int count) {
        return switch (type) {
            case INT8, UINT8, INT16 -> new Voxels.OfShort(new short[count]);
            case UINT16, INT32 -> new Voxels.OfInt(new int[count]);
            case FLOAT32 -> new Voxels.OfFloat(new float[count]);
            case UINT32, INT64, UINT64, FLOAT64 -> new Voxels.OfDouble(new double[count]);
        };
    }

    /// Decodes `count` voxels that start at byte `from`.
    ///
    /// @param into a store made by [#allocate] for `type`; entries `at … at + count - 1` are written
    static void decode(byte[] bytes, int from, int count, VoxelType type, ByteOrder order, Voxels into, int at) {
        ByteBuffer stored = ByteBuffer.wrap(bytes, from, count * type.bytes()).order(order);
        switch (into) {
            case Voxels.OfShort(short[] values) -> {
                if (type.bytes() == 1 && isBackground(bytes, from, count)) {
                    zero(values, at, count);
                    return;
                }
                switch (type) {
                    case INT8 -> {
                        for (int n = 0; n < count; n++) values[at + n] = bytes[from + n];
                    }
                    case UINT8 -> {
                        for (int n = 0; n < count; n++) values[at + n] = (short) (bytes[from + n] & 0xff);
                    }
                    case INT16 -> stored.asShortBuffer().get(values, at, count);
                    default -> throw wrongStore(type, into);
                }
            }
            case Voxels.OfInt(int[] values) -> {
                switch (type) {
                    case UINT16 -> {
                        for (int n = 0; n < count; n++) values[at + n] = stored.getShort() & 0xffff;
                    }
                    case INT32 -> stored.asIntBuffer().get(values, at, count);
                    default -> throw wrongStore(type, into);
                }
            }
            case Voxels.OfFloat(float[] values) -> stored.asFloatBuffer().get(values, at, count);
            case Voxels.OfDouble(double[] values) -> {
                switch (type) {
                    case UINT32 -> {
                        for (int n = 0; n < count; n++) values[at + n] = Integer.toUnsignedLong(stored.getInt());
                    }
                    case INT64 -> {
                        for (int n = 0; n < count; n++) values[at + n] = (double) stored.getLong();
                    }
                    case UINT64 -> {
                        for (int n = 0; n < count; n++) values[at + n] = unsignedToDouble(stored.getLong());
                    }
                    case FLOAT64 -> stored.asDoubleBuffer().get(values, at, count);
                    default -> throw wrongStore(type, into);
                }
            }
        }
    }

    /// Whether all are zero, as nearly all of a mask is: many bytes are looked at in one step.
    private static boolean isBackground(byte[] bytes, int from, int count) {
        for (int done = 0; done < count; done += ZERO_BYTES.length) {
            int length = Math.min(ZERO_BYTES.length, count - done);
            if (Arrays.mismatch(bytes, from + done, from + done + length, ZERO_BYTES, 0, length) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static void zero(short[] values, int at, int count) {
        for (int done = 0; done < count; done += ZERO_SHORTS.length) {
            System.arraycopy(ZERO_SHORTS, 0, values, at + done, Math.min(ZERO_SHORTS.length, count - done));
        }
    }

    /// Encodes voxels `at … at + count - 1` of `from` at the position of `into`, in its byte order. Values must lie in the
    /// type's range; fractions are cut off for integer types.
    static void encode(Voxels from, int at, int count, VoxelType type, ByteBuffer into) {
        switch (type) {
            case INT8, UINT8 -> {
                for (int n = 0; n < count; n++) into.put((byte) (int) from.at(at + n));
            }
            case INT16, UINT16 -> {
                if (from instanceof Voxels.OfShort(short[] values)) {
                    into.asShortBuffer().put(values, at, count);
                    into.position(into.position() + 2 * count);
                } else {
                    for (int n = 0; n < count; n++) into.putShort((short) (int) from.at(at + n));
                }
            }
            case INT32, UINT32 -> {
                for (int n = 0; n < count; n++) into.putInt((int) (long) from.at(at + n));
            }
            case INT64 -> {
                for (int n = 0; n < count; n++) into.putLong((long) from.at(at + n));
            }
            case UINT64 -> {
                for (int n = 0; n < count; n++) into.putLong(doubleToUnsigned(from.at(at + n)));
            }
            case FLOAT32 -> {
                for (int n = 0; n < count; n++) into.putFloat((float) from.at(at + n));
            }
            case FLOAT64 -> {
                for (int n = 0; n < count; n++) into.putDouble(from.at(at + n));
            }
        }
    }

    /// The nearest double: halved with the lost bit kept sticky, so that doubling rounds as one step would.
    private static double unsignedToDouble(long bits) {
        return bits >= 0 ? (double) bits : (double) ((bits >>> 1) | (bits & 1)) * 2;
    }

    private static long doubleToUnsigned(double value) {
        if (value < TWO_TO_63) {
            return (long) value;
        }
        return value >= 2 * TWO_TO_63 ? -1L : (long) (value - TWO_TO_63) ^ Long.MIN_VALUE;
    }

    private static IllegalArgumentException wrongStore(VoxelType type, Voxels into) {
        return new IllegalArgumentException(into.getClass().getSimpleName() + " does not hold " + type);
    }
}
