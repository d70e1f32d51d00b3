package org.trabecula.image;

/// A grid and the voxels of one region on it. Never empty: a region without voxels is refused where it is read.
///
/// Bits are stored for the bounding box only. Immutable.
public final class Mask {
    private final Grid grid;
    private final Box box;
    private final boolean[] inside;
    private final int voxelCount;
    private final int strideJ;
    private final int strideK;

    private Mask(Grid grid, Box box, boolean[] inside, int voxelCount) {
        this.grid = grid;
        this.box = box;
        this.inside = inside;
        this.voxelCount = voxelCount;
        this.strideJ = box.size().i();
        this.strideK = box.size().i() * box.size().j();
    }

    /// The region of `true` voxels in `box`; its bounding box is made tight.
    ///
    /// @param inside one flag per voxel of `box`, i fastest; at least one is `true`. Copied.
    /// @throws IllegalArgumentException if no flag is set
    public static Mask of(Grid grid, Box box, boolean[] inside) {
        Size size = box.size();
        if (!grid.wholeBox().contains(box) || size.voxels() != inside.length) {
            throw new IllegalArgumentException(inside.length + " flags do not fill " + box + " in " + grid.wholeBox());
        }
        int iMin = Integer.MAX_VALUE;
        int jMin = Integer.MAX_VALUE;
        int kMin = Integer.MAX_VALUE;
        int iMax = -1;
        int jMax = -1;
        int kMax = -1;
        int count = 0;
        int at = 0;
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            for (int j = box.jMin(); j <= box.jMax(); j++) {
                for (int i = box.iMin(); i <= box.iMax(); i++, at++) {
                    if (inside[at]) {
                        count++;
                        iMin = Math.min(iMin, i);
                        iMax = Math.max(iMax, i);
                        jMin = Math.min(jMin, j);
                        jMax = Math.max(jMax, j);
                        kMin = Math.min(kMin, k);
                        kMax = Math.max(kMax, k);
                    }
                }
            }
        }
        if (count == 0) {
            throw new IllegalArgumentException("a mask holds at least one voxel");
        }
        Box tight = new Box(iMin, jMin, kMin, iMax, jMax, kMax);
        boolean[] bits = new boolean[Math.toIntExact(tight.size().voxels())];
        int to = 0;
        for (int k = kMin; k <= kMax; k++) {
            for (int j = jMin; j <= jMax; j++) {
                int from = (iMin - box.iMin()) + size.i() * ((j - box.jMin()) + size.j() * (k - box.kMin()));
                System.arraycopy(inside, from, bits, to, tight.size().i());
                to += tight.size().i();
            }
        }
        return new Mask(grid, tight, bits, count);
    }

    /// The lattice on which the region lies.
    public Grid grid() {
        return grid;
    }

    /// The tight bounding box.
    public Box box() {
        return box;
    }

    /// The voxels of the region.
    public int voxelCount() {
        return voxelCount;
    }

    /// The region's voxels times the volume of one, in mm³.
    public double volumeMm3() {
        return voxelCount * grid.spacing().voxelVolumeMm3();
    }

    /// Whether a voxel belongs to the region; `false` outside the box and outside the grid.
    public boolean at(int i, int j, int k) {
        return box.contains(i, j, k)
                && inside[(i - box.iMin()) + (j - box.jMin()) * strideJ + (k - box.kMin()) * strideK];
    }

    /// The same voxels on a grid of the same size, such as the image's own where the mask's header was rounded. Shares memory.
    public Mask onGrid(Grid other) {
        if (!other.size().equals(grid.size())) {
            throw new IllegalArgumentException("a mask on " + grid.size() + " voxels cannot lie on " + other.size());
        }
        return new Mask(other, box, inside, voxelCount);
    }

    /// The whole grid as a label map of 8-bit voxels: 1 inside, 0 outside.
    public Volume toVolume() {
        boolean[] flags = toFlags(grid.wholeBox());
        short[] values = new short[flags.length];
        for (int n = 0; n < flags.length; n++) {
            values[n] = (short) (flags[n] ? 1 : 0);
        }
        return new Volume(grid, grid.wholeBox(), VoxelType.UINT8, new Volume.Voxels.OfShort(values));
    }

    /// A copy of the flags of the tight box, i fastest.
    public boolean[] toFlags() {
        return inside.clone();
    }

    /// The flags of `wanted`, i fastest; voxels outside the region's own box are `false`.
    public boolean[] toFlags(Box wanted) {
        boolean[] flags = new boolean[Math.toIntExact(wanted.size().voxels())];
        box.overlap(wanted).ifPresent(both -> {
            int row = both.size().i();
            for (int k = both.kMin(); k <= both.kMax(); k++) {
                for (int j = both.jMin(); j <= both.jMax(); j++) {
                    int from = (both.iMin() - box.iMin()) + (j - box.jMin()) * strideJ + (k - box.kMin()) * strideK;
                    int to = (both.iMin() - wanted.iMin()) + wanted.size().i() * ((j - wanted.jMin()) + wanted.size().j() * (k - wanted.kMin()));
                    System.arraycopy(inside, from, flags, to, row);
                }
            }
        });
        return flags;
    }
}
