package org.trabecula.dicom.pixel;

/// Where the stored bits of a sample lie in its cell (PS3.5 8.1.1). What lies above them (overlays, noise) and below is dropped, the sign
/// is extended.
///
/// @param up   bits above the stored ones in 32
/// @param down bits that the stored ones leave of 32
/// @param kept which of the 32 bits a value may have: all where it is signed
public record StoredBits(int up, int down, int kept) {
    /// @param high   the highest stored bit
    /// @param stored how many there are
    static StoredBits of(int high, int stored, boolean signed) {
        int down = Integer.SIZE - stored;
        return new StoredBits(Integer.SIZE - 1 - high, down, signed ? -1 : -1 >>> down);
    }

    /// The stored value of a cell.
    public int of(int cell) {
        return cell << up >> down & kept;
    }

    /// Whether a cell of so many bits is the two's complement of its value.
    public boolean areAllOf(int cellBits) {
        return kept == -1 && down == Integer.SIZE - cellBits && up == down;
    }

    /// Makes stored values of cells.
    void take(int[] cells) {
        for (int n = 0; n < cells.length; n++) {
            cells[n] = of(cells[n]);
        }
    }
}
