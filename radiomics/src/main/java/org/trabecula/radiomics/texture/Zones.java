package org.trabecula.radiomics.texture;

/// The zones of a region: its largest connected parts of equal level.
///
/// Found by joining sets (union-find) over the voxels in ascending order; the root of a set is its first voxel, so zones
/// are numbered by their first voxel.
final class Zones {
    private final int[] zoneAt;
    private final int[] rank;
    private final int[] size;

    private Zones(int[] zoneAt, int[] rank, int[] size) {
        this.zoneAt = zoneAt;
        this.rank = rank;
        this.size = size;
    }

    /// Zones connected through 26 neighbours, or 8 where `slicing` keeps them inside slices. Allocates one `int` per
    /// position of the box.
    static Zones of(LevelImage image, Slicing slicing) {
        EqualNeighbours equal = image.equalNeighbours();
        long[] bits = equal.bits();
        int[] steps = equal.steps();
        long backward = equal.allowed(slicing) >>> EqualNeighbours.OPPOSITE;
        int[] parent = new int[image.ranks().length];
        int zones = image.voxelCount();
        for (int voxel : image.inside()) {
            parent[voxel] = voxel;
            int root = voxel;
            long earlier = bits[voxel] >>> EqualNeighbours.OPPOSITE & backward;
            while (earlier != 0) {
                int other = rootOf(voxel - steps[Long.numberOfTrailingZeros(earlier)], parent);
                earlier &= earlier - 1;
                if (other != root) {
                    parent[Math.max(other, root)] = Math.min(other, root);
                    root = Math.min(other, root);
                    zones--;
                }
            }
        }
        return number(image, parent, zones);
    }

    private static int rootOf(int voxel, int[] parent) {
        int at = voxel;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]]; // halve the path for the next visit
            at = parent[at];
        }
        return at;
    }

    /// Replaces parents by zone numbers in place: a parent comes before its child, so it is already a number when the
    /// child is reached.
    private static Zones number(LevelImage image, int[] parent, int zones) {
        int[] rank = new int[zones];
        int[] size = new int[zones];
        int next = 0;
        for (int voxel : image.inside()) {
            int zone = parent[voxel] == voxel ? next++ : parent[parent[voxel]];
            parent[voxel] = zone;
            rank[zone] = image.ranks()[voxel];
            size[zone]++;
        }
        return new Zones(parent, rank, size);
    }

    int count() {
        return rank.length;
    }

    /// The rank of the zone's level.
    int rank(int zone) {
        return rank[zone];
    }

    /// The zone's voxels.
    int size(int zone) {
        return size[zone];
    }

    /// The zone of a voxel inside the region, given by its position in [LevelImage#ranks].
    int zoneAt(int voxel) {
        return zoneAt[voxel];
    }
}
