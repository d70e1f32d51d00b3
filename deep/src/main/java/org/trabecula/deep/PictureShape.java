package org.trabecula.deep;

/// A square picture of one or three channels.
///
/// @param channels 1, or 3
/// @param size     rows and columns
public record PictureShape(int channels, int size) {
    /// The shape that holds `values` numbers: N² or 3 N². No number is both.
    ///
    /// @throws org.trabecula.core.InputException NET-004
    public static PictureShape of(int values, String where) {
        for (int channels : new int[] {1, 3}) {
            int size = (int) Math.round(Math.sqrt((double) values / channels));
            if (size >= 2 && values == channels * size * size) {
                return new PictureShape(channels, size);
            }
        }
        throw DeepProblem.INPUT_DOES_NOT_FIT.refuse(
                where, values + " values", "N × N or 3 × N × N values of a square crop", "make the crops again with trabecula crop");
    }

    public int values() {
        return channels * size * size;
    }
}
