package org.trabecula.image;

import java.util.Optional;

/// A block of voxels by its first and last index on each axis, both inclusive; never empty.
public record Box(int iMin, int jMin, int kMin, int iMax, int jMax, int kMax) {
    public Box {
        if (iMax < iMin || jMax < jMin || kMax < kMin) {
            throw new IllegalArgumentException("a box holds at least one voxel, got " + iMin + "…" + iMax + ", " + jMin
                    + "…" + jMax + ", " + kMin + "…" + kMax);
        }
    }

    /// The voxels along each axis.
    public Size size() {
        return new Size(iMax - iMin + 1, jMax - jMin + 1, kMax - kMin + 1);
    }

    /// The first index on an axis: 0 = i, 1 = j, 2 = k.
    public int min(int axis) {
        return axis == 0 ? iMin : axis == 1 ? jMin : kMin;
    }

    /// The last index on an axis, which belongs to the box.
    public int max(int axis) {
        return axis == 0 ? iMax : axis == 1 ? jMax : kMax;
    }

    /// Whether a voxel lies in it.
    public boolean contains(int i, int j, int k) {
        return i >= iMin && i <= iMax && j >= jMin && j <= jMax && k >= kMin && k <= kMax;
    }

    /// Whether all of another box lies in it.
    public boolean contains(Box o) {
        return contains(o.iMin, o.jMin, o.kMin) && contains(o.iMax, o.jMax, o.kMax);
    }

    /// The smallest box that holds this one and another.
    public Box enclosing(Box o) {
        return new Box(
                Math.min(iMin, o.iMin),
                Math.min(jMin, o.jMin),
                Math.min(kMin, o.kMin),
                Math.max(iMax, o.iMax),
                Math.max(jMax, o.jMax),
                Math.max(kMax, o.kMax));
    }

    /// The part that both hold, if they hold any.
    public Optional<Box> overlap(Box o) {
        int[] low = {Math.max(iMin, o.iMin), Math.max(jMin, o.jMin), Math.max(kMin, o.kMin)};
        int[] high = {Math.min(iMax, o.iMax), Math.min(jMax, o.jMax), Math.min(kMax, o.kMax)};
        for (int axis = 0; axis < 3; axis++) {
            if (low[axis] > high[axis]) {
                return Optional.empty();
            }
        }
        return Optional.of(new Box(low[0], low[1], low[2], high[0], high[1], high[2]));
    }

    /// Grown by `margin` voxels on every side, cut at `bounds`.
    public Box grown(int marginI, int marginJ, int marginK, Box bounds) {
        return new Box(
                Math.max(bounds.iMin, iMin - marginI),
                Math.max(bounds.jMin, jMin - marginJ),
                Math.max(bounds.kMin, kMin - marginK),
                Math.min(bounds.iMax, iMax + marginI),
                Math.min(bounds.jMax, jMax + marginJ),
                Math.min(bounds.kMax, kMax + marginK));
    }

    @Override
    public String toString() {
        return "[" + iMin + "…" + iMax + ", " + jMin + "…" + jMax + ", " + kMin + "…" + kMax + "]";
    }
}
