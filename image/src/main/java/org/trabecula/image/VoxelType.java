package org.trabecula.image;

/// The number type that a file stores for a voxel. It outlives the reading, because PyRadiomics' interpolation clamps and
/// truncates to the type it read.
public enum VoxelType {
    INT8(1, Byte.MIN_VALUE, Byte.MAX_VALUE),
    UINT8(1, 0, 255),
    INT16(2, Short.MIN_VALUE, Short.MAX_VALUE),
    UINT16(2, 0, 65_535),
    INT32(4, Integer.MIN_VALUE, Integer.MAX_VALUE),
    UINT32(4, 0, 4_294_967_295.0),
    INT64(8, Long.MIN_VALUE, Long.MAX_VALUE),
    UINT64(8, 0, 18_446_744_073_709_551_615.0),
    FLOAT32(4, -Float.MAX_VALUE, Float.MAX_VALUE),
    FLOAT64(8, -Double.MAX_VALUE, Double.MAX_VALUE);

    private final int bytes;
    private final double lowest;
    private final double highest;

    VoxelType(int bytes, double lowest, double highest) {
        this.bytes = bytes;
        this.lowest = lowest;
        this.highest = highest;
    }

    /// The bytes that one voxel takes in a file.
    public int bytes() {
        return bytes;
    }

    /// The bytes that one voxel takes in a [Volume], which has no store of 8 bits and none without sign.
    public int bytesInMemory() {
        return switch (this) {
            case INT8, UINT8, INT16 -> Short.BYTES;
            case UINT16, INT32, FLOAT32 -> Integer.BYTES;
            case UINT32, INT64, UINT64, FLOAT64 -> Double.BYTES;
        };
    }

    /// Whether it is for whole numbers.
    public boolean isInteger() {
        return this != FLOAT32 && this != FLOAT64;
    }

    /// The smallest value that the type holds.
    public double lowest() {
        return lowest;
    }

    /// The largest value that the type holds.
    public double highest() {
        return highest;
    }
}
