package org.trabecula.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;

/// One way of damaging bytes, drawn at random.
final class ByteDamage {
    private static final long[] WHOLE = {
        0, 1, -1, 2, 127, 128, 255, 256, 32767, 32768, 65535, 65536, Integer.MAX_VALUE, Integer.MIN_VALUE, 1L << 32, Long.MAX_VALUE,
        Long.MIN_VALUE
    };
    private static final double[] REAL = {
        0, -0.0, 1, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e-30, 1e-300, 1e5, 1e30, 1e300, 0.1
    };

    private ByteDamage() {}

    /// @param other a sound input to splice from
    /// @param head  the damage falls before this byte
    static byte[] of(byte[] bytes, byte[] other, int head, SplittableRandom random) {
        if (bytes.length == 0) {
            return other.clone();
        }
        int at = random.nextInt(Math.min(bytes.length, head));
        int length = 1 + random.nextInt(Math.min(64, bytes.length - at));
        return switch (random.nextInt(9)) {
            case 0 -> with(bytes, at, (byte) (bytes[at] ^ 1 << random.nextInt(8)));
            case 1 -> with(bytes, at, (byte) random.nextInt(256));
            case 2 -> number(bytes, at, random);
            case 3 -> number(bytes, at & ~3, random);
            case 4 -> Arrays.copyOf(bytes, at);
            case 5 -> replaced(bytes, at, length, new byte[0]);
            case 6 -> replaced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
            case 7 -> replaced(bytes, at, length, slice(other, at, length));
            default -> {
                byte[] noise = new byte[length];
                random.nextBytes(noise);
                yield replaced(bytes, at, random.nextBoolean() ? length : 0, noise);
            }
        };
    }

    private static byte[] with(byte[] bytes, int at, byte value) {
        byte[] damaged = bytes.clone();
        damaged[at] = value;
        return damaged;
    }

    /// An extreme number of 2, 4 or 8 bytes in either order.
    private static byte[] number(byte[] bytes, int at, SplittableRandom random) {
        byte[] damaged = bytes.clone();
        ByteOrder order = random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        ByteBuffer value = ByteBuffer.allocate(8).order(order);
        long whole = WHOLE[random.nextInt(WHOLE.length)];
        double real = REAL[random.nextInt(REAL.length)];
        switch (random.nextInt(5)) {
            case 0 -> value.putShort((short) whole);
            case 1 -> value.putInt((int) whole);
            case 2 -> value.putLong(whole);
            case 3 -> value.putFloat((float) real);
            default -> value.putDouble(real);
        }
        int length = Math.min(value.position(), damaged.length - at);
        value.get(0, damaged, at, length);
        return damaged;
    }

    private static byte[] slice(byte[] other, int at, int length) {
        return Arrays.copyOfRange(other, Math.min(at, other.length), Math.min(at + length, other.length));
    }

    static byte[] replaced(byte[] bytes, int at, int length, byte[] by) {
        byte[] damaged = new byte[bytes.length - length + by.length];
        System.arraycopy(bytes, 0, damaged, 0, at);
        System.arraycopy(by, 0, damaged, at, by.length);
        System.arraycopy(bytes, at + length, damaged, at + by.length, bytes.length - at - length);
        return damaged;
    }
}
