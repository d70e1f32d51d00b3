package org.trabecula.image.nifti;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The fields of a NIfTI header that bear on voxels and geometry, as stored.
///
/// Layout: nifti1.h and nifti2.h of the NIfTI Data Format Working Group. Version 1 stores sizes in 16 and geometry in 32
/// bits, version 2 both in 64; version 0 stands for ANALYZE 7.5, which ends before the orientation.
///
/// @param version    0, 1 or 2
/// @param onePart    whether header and voxels share a file (magic `n+`)
/// @param dim        `dim[0]` counts the dimensions, `dim[1…7]` are sizes
/// @param voxOffset  where voxels start; a float in version 1, so it may be NaN
/// @param quatern    b, c, d of the unit quaternion
/// @param srow       three rows of four: the affine to RAS
record NiftiHeader(
        int version,
        boolean onePart,
        ByteOrder order,
        long[] dim,
        int datatype,
        int bitpix,
        double[] pixdim,
        double voxOffset,
        double slope,
        double intercept,
        int units,
        int qformCode,
        int sformCode,
        double[] quatern,
        double[] qoffset,
        double[] srow) {

    static final int BYTES_1 = 348;
    static final int BYTES_2 = 540;
    /// What follows the header of a file in one part: the first byte says whether extensions stand before the voxels.
    static final int FLAG_BYTES = 4;

    /// Reads the fields out of a file's first bytes; null if they do not begin a NIfTI or ANALYZE header or are too few.
    static @Nullable NiftiHeader parse(byte[] head) {
        if (head.length < BYTES_1) {
            return null;
        }
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            ByteBuffer bytes = ByteBuffer.wrap(head).order(order);
            int headerBytes = bytes.getInt(0);
            if (headerBytes == BYTES_1) {
                return version1(bytes);
            }
            if (headerBytes == BYTES_2 && head.length >= BYTES_2) {
                return version2(bytes);
            }
        }
        return null;
    }

    /// Whether the first four bytes are the header length of NIfTI or ANALYZE, in either order.
    static boolean begins(byte[] head) {
        if (head.length < 4) {
            return false;
        }
        int length = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(0);
        return isHeaderLength(length) || isHeaderLength(Integer.reverseBytes(length));
    }

    /// Whether extensions are announced.
    ///
    /// @param head the file's first bytes, from which this header was read, and the flag behind them
    boolean isExtended(byte[] head) {
        return head.length >= headerBytes() + FLAG_BYTES && head[headerBytes()] != 0;
    }

    private static boolean isHeaderLength(int length) {
        return length == BYTES_1 || length == BYTES_2;
    }

    private static NiftiHeader version1(ByteBuffer b) {
        String magic = text(b, 344, 4);
        long[] dim = new long[8];
        double[] pixdim = floats(b, 76, 8);
        for (int n = 0; n < 8; n++) {
            dim[n] = b.getShort(40 + 2 * n);
        }
        boolean nifti = magic.equals("n+1\0") || magic.equals("ni1\0");
        return new NiftiHeader(
                nifti ? 1 : 0,
                magic.equals("n+1\0"),
                b.order(),
                dim,
                b.getShort(70),
                b.getShort(72),
                pixdim,
                b.getFloat(108),
                nifti ? b.getFloat(112) : 0,
                nifti ? b.getFloat(116) : 0,
                nifti ? b.get(123) & 0xff : 0,
                nifti ? b.getShort(252) : 0,
                nifti ? b.getShort(254) : 0,
                floats(b, 256, 3),
                floats(b, 268, 3),
                floats(b, 280, 12));
    }

    private static NiftiHeader version2(ByteBuffer b) {
        long[] dim = new long[8];
        for (int n = 0; n < 8; n++) {
            dim[n] = b.getLong(16 + 8 * n);
        }
        return new NiftiHeader(
                2,
                text(b, 4, 3).equals("n+2"),
                b.order(),
                dim,
                b.getShort(12),
                b.getShort(14),
                doubles(b, 104, 8),
                b.getLong(168),
                b.getDouble(176),
                b.getDouble(184),
                b.getInt(500),
                b.getInt(344),
                b.getInt(348),
                doubles(b, 352, 3),
                doubles(b, 376, 3),
                doubles(b, 400, 12));
    }

    private static String text(ByteBuffer b, int at, int length) {
        byte[] text = new byte[length];
        b.get(at, text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static double[] floats(ByteBuffer b, int at, int count) {
        double[] values = new double[count];
        for (int n = 0; n < count; n++) {
            values[n] = b.getFloat(at + 4 * n);
        }
        return values;
    }

    private static double[] doubles(ByteBuffer b, int at, int count) {
        double[] values = new double[count];
        for (int n = 0; n < count; n++) {
            values[n] = b.getDouble(at + 8 * n);
        }
        return values;
    }

    /// How long the header is on disk, without extensions.
    int headerBytes() {
        return version == 2 ? BYTES_2 : BYTES_1;
    }
}
