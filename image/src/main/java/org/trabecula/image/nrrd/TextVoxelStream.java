package org.trabecula.image.nrrd;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import org.trabecula.image.VoxelType;
import org.trabecula.image.stored.DamagedDataException;

/// Voxels written as decimal numbers between white space or commas, handed on as little-endian bytes of their type.
final class TextVoxelStream extends InputStream {
    private static final int LONGEST_NUMBER = 64;

    private final InputStream text;
    private final VoxelType type;
    private final ByteBuffer voxel = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).limit(0);

    TextVoxelStream(InputStream text, VoxelType type) {
        this.text = new BufferedInputStream(text, 1 << 16);
        this.type = type;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /// Our own loop: the inherited one swallows what goes wrong behind the first byte.
    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int done = 0;
        while (done < length && (voxel.hasRemaining() || nextVoxel())) {
            into[from + done++] = voxel.get();
        }
        return done == 0 && length > 0 ? -1 : done;
    }

    private boolean nextVoxel() throws IOException {
        String word = word();
        if (word.isEmpty()) {
            return false;
        }
        voxel.clear();
        put(word);
        voxel.flip();
        return true;
    }

    private String word() throws IOException {
        StringBuilder word = new StringBuilder();
        int c = text.read();
        while (isGap(c)) {
            c = text.read();
        }
        while (c >= 0 && !isGap(c)) {
            if (word.length() == LONGEST_NUMBER) {
                throw new DamagedDataException("a word of more than " + LONGEST_NUMBER + " characters among the voxels");
            }
            word.append((char) c);
            c = text.read();
        }
        return word.toString();
    }

    private static boolean isGap(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == ',';
    }

    private void put(String word) throws IOException {
        try {
            switch (type) {
                case FLOAT32 -> voxel.putFloat((float) real(word));
                case FLOAT64 -> voxel.putDouble(real(word));
                case UINT64 -> voxel.putLong(Long.parseUnsignedLong(word));
                default -> putInteger(Long.parseLong(word));
            }
        } catch (NumberFormatException e) {
            throw new DamagedDataException("a word of " + word.length() + " characters is no voxel of type " + type);
        }
    }

    private void putInteger(long value) throws DamagedDataException {
        if (value < type.lowest() || value > type.highest()) {
            throw new DamagedDataException(value + " does not fit into " + type);
        }
        switch (type.bytes()) {
            case 1 -> voxel.put((byte) value);
            case 2 -> voxel.putShort((short) value);
            case 4 -> voxel.putInt((int) value);
            default -> voxel.putLong(value);
        }
    }

    private static double real(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "nan", "-nan" -> Double.NaN;
            case "inf", "+inf", "infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(word);
        };
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
