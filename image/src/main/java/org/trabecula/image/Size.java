package org.trabecula.image;

/// Voxels along i, j, k; each at least 1.
public record Size(int i, int j, int k) {
    public Size {
        if (i < 1 || j < 1 || k < 1) {
            throw new IllegalArgumentException("a grid has at least one voxel on every axis, got " + i + " × " + j + " × " + k);
        }
    }

    /// How many there are in all.
    public long voxels() {
        return (long) i * j * k;
    }

    /// The voxels along one axis: 0 = i, 1 = j, 2 = k.
    public int along(int axis) {
        return switch (axis) {
            case 0 -> i;
            case 1 -> j;
            case 2 -> k;
            default -> throw new IllegalArgumentException("axis must be 0, 1 or 2, got " + axis);
        };
    }

    @Override
    public String toString() {
        return i + " × " + j + " × " + k;
    }
}
