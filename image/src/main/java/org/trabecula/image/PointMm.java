package org.trabecula.image;

/// A place in the world: x to the patient's left, y to the back, z to the head (LPS+), in millimetres.
public record PointMm(double x, double y, double z) {
    /// The world's origin.
    public static final PointMm ZERO = new PointMm(0, 0, 0);

    /// One coordinate in mm: 0 = x, 1 = y, 2 = z.
    public double along(int axis) {
        return switch (axis) {
            case 0 -> x;
            case 1 -> y;
            case 2 -> z;
            default -> throw new IllegalArgumentException("axis must be 0, 1 or 2, got " + axis);
        };
    }

    /// How far apart two points lie, in mm.
    public double distanceMm(PointMm other) {
        return Math.sqrt((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y) + (z - other.z) * (z - other.z));
    }
}
