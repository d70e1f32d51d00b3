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
        if (voxels >= LARGE_VOXELS && promisedBytes / Math.max(1, fileBytes) >= BOMB_RATIO) {
            throw new InputException(new Problem(
                    ImageProblem.TOO_LARGE,
                    where,
                    voxels + " voxels, " + mebibytes(promisedBytes) + " MiB, out of a compressed file of " + fileBytes
                            + " bytes (" + promisedBytes / Math.max(1, fileBytes) + " : 1)",
                    "fewer than " + LARGE_VOXELS + " voxels where more than " + BOMB_RATIO + " bytes come out of one",
                    "save the image cropped to the part that is not empty, or uncompressed"));
        }
    }

    /// Refuses to decode what cannot be held: longer than an array, or more than nine tenths of the heap.
    static void refuseUnholdable(String where, long voxels, int bytesPerVoxel) {
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
    }

    private static long mebibytes(long bytes) {
        return bytes >> 20;
    }
}
