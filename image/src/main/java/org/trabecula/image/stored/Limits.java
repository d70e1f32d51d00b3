package org.trabecula.image.stored;

import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.ImageProblem;

/// What is refused for its size alone, before memory is taken.
public final class Limits {
    /// A deflated byte yields at most this many (a run of 258 bytes takes two bits: 1032).
    private static final long MOST_BYTES_PER_DEFLATED_BYTE = 1032;
    /// Room for the gzip header and trailer in the estimate of what a file can hold.
    private static final long GZIP_ALLOWANCE = 4096;
    /// A CT of 512 × 512 voxels and 2048 slices.
    private static final long LARGE_VOXELS = 1L << 29;
    private static final long LARGE_BYTES = 1L << 30;
    /// Real CT compresses 2–4 times, sparse label maps a few hundred times.
    private static final long BOMB_RATIO = 500;
    /// The longest array that every Java VM makes.
    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8L;

    private Limits() {}

    /// The most bytes that `deflatedBytes` of gzip can hold.
    public static long mostInflated(long deflatedBytes) {
        return (deflatedBytes + GZIP_ALLOWANCE) * MOST_BYTES_PER_DEFLATED_BYTE;
    }

    /// Refuses a compressed image that is both huge and compressed as only emptiness is: a gzip bomb.
    ///
    /// @param voxels        promised by the header
    /// @param promisedBytes the same in bytes
    /// @param fileBytes     compressed
    public static void refuseBomb(String where, long voxels, long promisedBytes, long fileBytes) {
        if (voxels >= LARGE_VOXELS && isBomb(promisedBytes, fileBytes)) {
            throw bomb(where, voxels, promisedBytes, fileBytes);
        }
    }

    /// Refuses to decode what cannot be held: longer than an array, more than nine tenths of the heap, or a gigabyte out of
    /// almost nothing.
    ///
    /// @param bytesPerVoxel   in memory
    /// @param compressedBytes the file that the voxels come out of; 0 when it is not compressed
    static void refuseUnholdable(String where, long voxels, int bytesPerVoxel, long compressedBytes) {
        long heap = Runtime.getRuntime().maxMemory();
        if (voxels > LONGEST_ARRAY || voxels > heap / 10 * 9 / bytesPerVoxel) {
            throw new InputException(new Problem(
                    ImageProblem.TOO_LARGE,
                    where,
                    voxels + " voxels of " + bytesPerVoxel + " bytes in memory asked for at once",
                    "at most " + LONGEST_ARRAY + " voxels and " + mebibytes(heap / 10 * 9)
                            + " MiB (nine tenths of Java's heap)",
                    "crop the image to the vertebrae, or give Java more memory (-Xmx)"));
        }
        long bytes = voxels * bytesPerVoxel;
        if (compressedBytes > 0 && bytes >= LARGE_BYTES && isBomb(bytes, compressedBytes)) {
            throw bomb(where, voxels, bytes, compressedBytes);
        }
    }

    private static boolean isBomb(long bytes, long compressedBytes) {
        return bytes / Math.max(1, compressedBytes) >= BOMB_RATIO;
    }

    private static InputException bomb(String where, long voxels, long bytes, long compressedBytes) {
        return new InputException(new Problem(
                ImageProblem.TOO_LARGE,
                where,
                voxels + " voxels, " + mebibytes(bytes) + " MiB, out of a compressed file of " + compressedBytes + " bytes ("
                        + bytes / Math.max(1, compressedBytes) + " : 1)",
                "fewer than " + LARGE_VOXELS + " voxels and " + mebibytes(LARGE_BYTES) + " MiB at once where more than "
                        + BOMB_RATIO + " bytes come out of one",
                "save the image cropped to the part that is not empty, or uncompressed"));
    }

    private static long mebibytes(long bytes) {
        return bytes >> 20;
    }
}
