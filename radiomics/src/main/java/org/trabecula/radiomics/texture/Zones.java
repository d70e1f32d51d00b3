package org.trabecula.radiomics.texture;

import java.util.Arrays;
import org.trabecula.radiomics.settings.Slicing;

/// The zones of a region: its largest connected parts of equal level.
///
/// Found by joining sets (union-find) over the voxels in ascending order; the root of a set is its first voxel, so zones
/// are numbered by their first voxel.
final class Zones {
    /// One neighbour of each group, by the bits of the earlier neighbours of equal level: those that are adjacent to each
    /// other were joined when the later of them was met.
    private static final short[] REPRESENTATIVES = representatives();

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
        EqualNeighbours equal = image.equalNeighbours(slicing);
        int[] steps = equal.steps();
        int[] parent = new int[image.ranks().length];
        int zones = 0;
        for (int voxel : image.inside()) {
            int earlier = REPRESENTATIVES[equal.earlier(voxel)];
            if (earlier == 0) {
                parent[voxel] = voxel;
                zones++;
                continue;
            }
            int root = rootOf(voxel - steps[Integer.numberOfTrailingZeros(earlier)], parent);
            earlier &= earlier - 1;
            while (earlier != 0) {
                int other = rootOf(voxel - steps[Integer.numberOfTrailingZeros(earlier)], parent);
                earlier &= earlier - 1;
                if (other != root) {
                    int first = Math.min(other, root);
                    parent[Math.max(other, root)] = first;
                    root = first;
                    zones--;
                }
            }
            parent[voxel] = root;
        }
        return number(image, parent, zones);
    }

    private static short[] representatives() {
        int[] touching = new int[EqualNeighbours.DIRECTIONS];
        Arrays.setAll(touching, Zones::touching);
        short[] one = new short[1 << EqualNeighbours.DIRECTIONS];
        for (int bits = 1; bits < one.length; bits++) {
            int left = bits;
            while (left != 0) {
                int group = Integer.lowestOneBit(left);
                one[bits] |= (short) group;
                for (int grown = 0; grown != group; ) {
                    grown = group;
                    for (int rest = group; rest != 0; rest &= rest - 1) {
                        group |= touching[Integer.numberOfTrailingZeros(rest)] & left;
                    }
                }
                left &= ~group;
            }
        }
        return one;
    }

    /// The neighbours, by bit, that are adjacent to the neighbour of bit `d`, and that one.
    private static int touching(int d) {
        NeighbourStep a = EqualNeighbours.VOLUME.get(d);
        int bits = 0;
        for (int other = 0; other < EqualNeighbours.DIRECTIONS; other++) {
            NeighbourStep b = EqualNeighbours.VOLUME.get(other);
            boolean adjacent =
                    Math.abs(a.i() - b.i()) <= 1 && Math.abs(a.j() - b.j()) <= 1 && Math.abs(a.k() - b.k()) <= 1;
            bits |= adjacent ? 1 << other : 0;
        }
        return bits;
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
