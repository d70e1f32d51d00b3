package org.trabecula.image;

/// A grid and its voxels (HU in CT), or the part of them that was decoded.
///
/// Indices are always those of the whole [#grid]; only voxels inside [#held] are in memory. Values are kept in the
/// smallest of `short`, `int`, `float`, `double` that holds the file's type exactly (64-bit integers beyond 2⁵³ round).
/// Immutable.
public final class Volume {
    private final Grid grid;
    private final Box held;
    private final VoxelType type;
    private final Voxels voxels;
    private final int strideJ;
    private final int strideK;

    /// The closed set of stores. Each array has one entry per held voxel, i fastest.
    public sealed interface Voxels {
        /// How many there are.
        int length();

        /// One of them as a number.
        double at(int index);

        /// What [VoxelType#INT8], [VoxelType#UINT8] and [VoxelType#INT16] are held as.
        record OfShort(short[] values) implements Voxels {
            @Override
            public int length() {
                return values.length;
            }

            @Override
            public double at(int index) {
                return values[index];
            }
        }

        /// What [VoxelType#UINT16] and [VoxelType#INT32] are held as.
        record OfInt(int[] values) implements Voxels {
            @Override
            public int length() {
                return values.length;
            }

            @Override
            public double at(int index) {
                return values[index];
            }
        }

        /// What [VoxelType#FLOAT32] is held as.
        record OfFloat(float[] values) implements Voxels {
            @Override
            public int length() {
                return values.length;
            }

            @Override
            public double at(int index) {
                return values[index];
            }
        }

        /// What the other types are held as.
        record OfDouble(double[] values) implements Voxels {
            @Override
            public int length() {
                return values.length;
            }

            @Override
            public double at(int index) {
                return values[index];
            }
        }
    }

    /// Takes ownership of the array in `voxels`; the caller must not write to it afterwards.
    ///
    /// @param held   the part of `grid` that `voxels` holds
    /// @param type   the number type of the source
    /// @param voxels one value per voxel of `held`, i fastest
    public Volume(Grid grid, Box held, VoxelType type, Voxels voxels) {
        if (!grid.wholeBox().contains(held)) {
            throw new IllegalArgumentException(held + " does not lie in " + grid.wholeBox());
        }
        if (held.size().voxels() != voxels.length()) {
            throw new IllegalArgumentException(
                    held.size() + " = " + held.size().voxels() + " voxels, got " + voxels.length());
        }
        this.grid = grid;
        this.held = held;
        this.type = type;
        this.voxels = voxels;
        this.strideJ = held.size().i();
        this.strideK = held.size().i() * held.size().j();
    }

    /// A whole volume of 64-bit floats.
    public static Volume ofDoubles(Grid grid, double[] values) {
        return new Volume(grid, grid.wholeBox(), VoxelType.FLOAT64, new Voxels.OfDouble(values));
    }

    /// A whole volume of 32-bit floats.
    public static Volume ofFloats(Grid grid, float[] values) {
        return new Volume(grid, grid.wholeBox(), VoxelType.FLOAT32, new Voxels.OfFloat(values));
    }

    /// A whole volume of 16-bit integers.
    public static Volume ofShorts(Grid grid, short[] values) {
        return new Volume(grid, grid.wholeBox(), VoxelType.INT16, new Voxels.OfShort(values));
    }

    /// The lattice of the whole image, also where only a part of it is held.
    public Grid grid() {
        return grid;
    }

    /// The part of the grid that is in memory.
    public Box held() {
        return held;
    }

    /// What the voxels are numbers of.
    public VoxelType type() {
        return type;
    }

    /// The store itself, not a copy: kernels read it, nobody writes to it.
    public Voxels voxels() {
        return voxels;
    }

    /// The place of a held voxel in [#voxels]; unchecked.
    public int indexOf(int i, int j, int k) {
        return (i - held.iMin()) + (j - held.jMin()) * strideJ + (k - held.kMin()) * strideK;
    }

    /// @throws IndexOutOfBoundsException if the voxel is not held
    public double at(int i, int j, int k) {
        if (!held.contains(i, j, k)) {
            throw new IndexOutOfBoundsException("voxel (" + i + ", " + j + ", " + k + ") is not in " + held);
        }
        return voxels.at(indexOf(i, j, k));
    }

    /// A copy of the values in `box`, i fastest.
    public double[] toDoubles(Box box) {
        if (!held.contains(box)) {
            throw new IndexOutOfBoundsException(box + " is not in " + held);
        }
        Size size = box.size();
        double[] copy = new double[Math.toIntExact(size.voxels())];
        int to = 0;
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            for (int j = box.jMin(); j <= box.jMax(); j++) {
                int from = indexOf(box.iMin(), j, k);
                int row = size.i();
                switch (voxels) {
                    case Voxels.OfShort(short[] v) -> {
                        for (int i = 0; i < row; i++) copy[to + i] = v[from + i];
                    }
                    case Voxels.OfInt(int[] v) -> {
                        for (int i = 0; i < row; i++) copy[to + i] = v[from + i];
                    }
                    case Voxels.OfFloat(float[] v) -> {
                        for (int i = 0; i < row; i++) copy[to + i] = v[from + i];
                    }
                    case Voxels.OfDouble(double[] v) -> System.arraycopy(v, from, copy, to, row);
                }
                to += row;
            }
        }
        return copy;
    }

    /// A copy of the voxels of slice `k` within `box`, i fastest, in the same kind of store.
    ///
    /// @throws IndexOutOfBoundsException if one of them is not held
    Voxels slice(Box box, int k) {
        return copyOf(new Box(box.iMin(), box.jMin(), k, box.iMax(), box.jMax(), k));
    }

    /// A volume that holds `box` and nothing else, in the same kind of store.
    ///
    /// @throws IndexOutOfBoundsException if one of its voxels is not held
    Volume part(Box box) {
        return box.equals(held) ? this : new Volume(grid, box, type, copyOf(box));
    }

    private Voxels copyOf(Box box) {
        if (!held.contains(box)) {
            throw new IndexOutOfBoundsException(box + " is not in " + held);
        }
        int row = box.size().i();
        int voxelCount = Math.toIntExact(box.size().voxels());
        Voxels copy = switch (voxels) {
            case Voxels.OfShort _ -> new Voxels.OfShort(new short[voxelCount]);
            case Voxels.OfInt _ -> new Voxels.OfInt(new int[voxelCount]);
            case Voxels.OfFloat _ -> new Voxels.OfFloat(new float[voxelCount]);
            case Voxels.OfDouble _ -> new Voxels.OfDouble(new double[voxelCount]);
        };
        int to = 0;
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            for (int j = box.jMin(); j <= box.jMax(); j++, to += row) {
                System.arraycopy(array(voxels), indexOf(box.iMin(), j, k), array(copy), to, row);
            }
        }
        return copy;
    }

    private static Object array(Voxels voxels) {
        return switch (voxels) {
            case Voxels.OfShort(short[] values) -> values;
            case Voxels.OfInt(int[] values) -> values;
            case Voxels.OfFloat(float[] values) -> values;
            case Voxels.OfDouble(double[] values) -> values;
        };
    }

    /// All held values as a copy, i fastest.
    public double[] toDoubles() {
        return toDoubles(held);
    }
}
