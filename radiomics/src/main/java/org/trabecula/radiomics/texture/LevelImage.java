package org.trabecula.radiomics.texture;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;

/// The grey levels of one region in its bounding box: 1 … N_g inside, 0 outside. Immutable.
///
/// Levels that do not occur cost nothing: kernels work on *ranks*, 1 … N_p for the N_p levels present in ascending
/// order, and look up the level itself ([#level]) where a formula needs it. Ranks lie in one array with an empty margin
/// around the box, so that no kernel tests for the border:
///
/// ```
/// index(i, j, k) = first + i + j·strideJ + k·strideK        (box voxel, i fastest)
/// ```
///
/// Each row is followed by the margin that also serves as the next row's left margin, likewise rows and slices.
public final class LevelImage {
    /// Levels above this are refused: per-level tables stay below 16 MiB.
    public static final int HIGHEST_ALLOWED = 1 << 20;

    private final Size size;
    private final Spacing spacing;
    private final int[] levels;
    private final int[] voxelsPerRank;
    private final int voxelCount;
    private final RegionLevels region;
    private final int reach;
    private final int[] ranks;
    private final int[] inside;
    private final int strideJ;
    private final int strideK;
    private volatile @Nullable EqualNeighbours equalNeighbours; // compared on first use; two threads get equal results
    private volatile @Nullable LineCounts lineCounts; // likewise

    private LevelImage(
            Size size, Spacing spacing, int[] levels, int[] voxelsPerRank, RegionLevels region, int[] boxRanks, int reach) {
        this.size = size;
        this.region = region;
        this.spacing = spacing;
        this.levels = levels;
        this.voxelsPerRank = voxelsPerRank;
        this.reach = reach;
        int marginI = Math.min(reach, size.i() - 1);
        int marginJ = Math.min(reach, size.j() - 1);
        int marginK = Math.min(reach, size.k() - 1);
        long rowStep = (long) size.i() + marginI;
        long sliceStep = rowStep * ((long) size.j() + marginJ);
        long marginStep = marginI + marginJ * rowStep + marginK * sliceStep;
        long length = sliceStep * size.k() + 2 * marginStep;
        if (length > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a box of " + size + " voxels with a margin of " + reach + " needs " + length
                    + " entries, more than an array holds");
        }
        this.strideJ = (int) rowStep;
        this.strideK = (int) sliceStep;
        this.ranks = new int[(int) length];
        this.voxelCount = Arrays.stream(voxelsPerRank).sum();
        this.inside = new int[voxelCount];
        int from = 0;
        int count = 0;
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                int to = (int) marginStep + j * strideJ + k * strideK;
                for (int i = 0; i < size.i(); i++, to++, from++) {
                    int rank = boxRanks[from];
                    if (rank > 0) {
                        ranks[to] = rank;
                        inside[count++] = to;
                    }
                }
            }
        }
    }

    /// The levels of a region.
    ///
    /// @param size    the extent of the region's bounding box in voxels
    /// @param spacing of the voxels in mm
    /// @param levels  one level per voxel of the box, i fastest: 1 … N_g inside, 0 outside; at least one inside. Copied.
    /// @throws IllegalArgumentException if a level is negative or above [#HIGHEST_ALLOWED], if no voxel is inside, or if
    ///     the box is too large for an array
    public static LevelImage of(Size size, Spacing spacing, int[] levels) {
        if (size.voxels() != levels.length) {
            throw new IllegalArgumentException(size + " = " + size.voxels() + " voxels, got " + levels.length + " levels");
        }
        int highest = 0;
        for (int level : levels) {
            if (level < 0 || level > HIGHEST_ALLOWED) {
                throw new IllegalArgumentException("a grey level must be 0 … " + HIGHEST_ALLOWED + ", got " + level);
            }
            highest = Math.max(highest, level);
        }
        if (highest == 0) {
            throw new IllegalArgumentException("a region holds at least one voxel, all levels are 0");
        }
        int[] rankOf = new int[highest + 1];
        for (int level : levels) {
            rankOf[level]++;
        }
        rankOf[0] = 0;
        int present = 0;
        for (int count : rankOf) {
            present += count > 0 ? 1 : 0;
        }
        int[] presentLevels = new int[present + 1];
        int[] voxelsPerRank = new int[present + 1];
        int rank = 0;
        for (int level = 1; level <= highest; level++) {
            if (rankOf[level] > 0) {
                rank++;
                presentLevels[rank] = level;
                voxelsPerRank[rank] = rankOf[level];
                rankOf[level] = rank;
            }
        }
        int[] boxRanks = new int[levels.length];
        for (int at = 0; at < levels.length; at++) {
            boxRanks[at] = rankOf[levels[at]];
        }
        return new LevelImage(
                size, spacing, presentLevels, voxelsPerRank, RegionLevels.ofRanks(presentLevels), boxRanks, 1);
    }

    /// The levels of a part of a region, such as the kernel around one of its voxels. Takes time with the part's voxels, not with the
    /// region's levels.
    ///
    /// @param levels of the part's box, as in [#of]; at least one inside. Neither checked nor kept.
    /// @param region what the whole region has
    public static LevelImage part(Size size, Spacing spacing, int[] levels, RegionLevels region) {
        int[] sorted = levels.clone();
        Arrays.sort(sorted);
        int[] presentLevels = new int[sorted.length + 1];
        int[] voxelsPerRank = new int[sorted.length + 1];
        int present = 0;
        for (int level : sorted) {
            if (level == 0) {
                continue;
            }
            if (level != presentLevels[present]) {
                presentLevels[++present] = level;
            }
            voxelsPerRank[present]++;
        }
        presentLevels = Arrays.copyOf(presentLevels, present + 1);
        int[] boxRanks = new int[levels.length];
        for (int at = 0; at < levels.length; at++) {
            boxRanks[at] = levels[at] == 0 ? 0 : Arrays.binarySearch(presentLevels, levels[at]);
        }
        return new LevelImage(
                size, spacing, presentLevels, Arrays.copyOf(voxelsPerRank, present + 1), region, boxRanks, 1);
    }

    /// The extent of the region's bounding box in voxels.
    public Size size() {
        return size;
    }

    public Spacing spacing() {
        return spacing;
    }

    /// Voxels inside the region.
    public int voxelCount() {
        return voxelCount;
    }

    /// N_g, the highest level that occurs.
    public int highestLevel() {
        return levels[levels.length - 1];
    }

    /// What the whole region has, of which this may be a part.
    RegionLevels region() {
        return region;
    }

    /// N_p, how many different levels occur.
    public int presentLevels() {
        return levels.length - 1;
    }

    /// The level of a rank, 1 … [#presentLevels].
    public int level(int rank) {
        return levels[rank];
    }

    /// Voxels of a rank's level.
    public int voxels(int rank) {
        return voxelsPerRank[rank];
    }

    /// Whether any two voxels of the box can be neighbours at `distances`; PyRadiomics refuses a region where not.
    public boolean hasDirections(List<Integer> distances, Slicing slicing) {
        return !NeighbourStep.of(size, distances, slicing).isEmpty();
    }

    /// The ranks with their margin; kernels read them, nobody writes to them.
    int[] ranks() {
        return ranks;
    }

    /// The indices into [#ranks] of the voxels inside the region, ascending.
    int[] inside() {
        return inside;
    }

    /// Levels by rank; entry 0 stands for outside.
    int[] levels() {
        return levels;
    }

    EqualNeighbours equalNeighbours(Slicing slicing) {
        EqualNeighbours compared = equalNeighbours;
        if (compared == null || compared.slicing() != slicing) {
            compared = EqualNeighbours.of(this, slicing);
            equalNeighbours = compared;
        }
        return compared;
    }

    /// Empty where tables would dwarf the region.
    Optional<LineCounts> lineCounts() {
        if (!LineCounts.fit(this)) {
            return Optional.empty();
        }
        LineCounts counted = lineCounts;
        if (counted == null) {
            counted = LineCounts.of(this);
            lineCounts = counted;
        }
        return Optional.of(counted);
    }

    /// The step in [#ranks] that goes along `direction`.
    int step(NeighbourStep direction) {
        return direction.i() + direction.j() * strideJ + direction.k() * strideK;
    }

    /// The same region with a margin that holds steps of `wanted` voxels.
    LevelImage withReach(int wanted) {
        return wanted <= reach ? this : new LevelImage(size, spacing, levels, voxelsPerRank, region, boxRanks(), wanted);
    }

    /// The voxels of one slice across k as an image of their own, with the ranks of this one; empty where the slice holds
    /// none.
    Optional<LevelImage> slice(int k) {
        int area = size.i() * size.j();
        int[] part = Arrays.copyOfRange(boxRanks(), k * area, (k + 1) * area);
        int[] perRank = new int[levels.length];
        for (int rank : part) {
            perRank[rank]++;
        }
        boolean empty = perRank[0] == area;
        perRank[0] = 0;
        Size flat = new Size(size.i(), size.j(), 1);
        return empty ? Optional.empty() : Optional.of(new LevelImage(flat, spacing, levels, perRank, region, part, 1));
    }

    /// The slices across k that hold voxels, ascending.
    List<LevelImage> slices() {
        return IntStream.range(0, size.k()).mapToObj(this::slice).flatMap(Optional::stream).toList();
    }

    /// The levels of the box without margin, i fastest; 0 outside.
    int[] boxLevels() {
        int[] box = boxRanks();
        for (int at = 0; at < box.length; at++) {
            box[at] = levels[box[at]];
        }
        return box;
    }

    /// The ranks of the box without margin, i fastest.
    int[] boxRanks() {
        int[] box = new int[Math.toIntExact(size.voxels())];
        int first = Math.min(reach, size.i() - 1) + Math.min(reach, size.j() - 1) * strideJ + Math.min(reach, size.k() - 1) * strideK;
        int to = 0;
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++, to += size.i()) {
                System.arraycopy(ranks, first + j * strideJ + k * strideK, box, to, size.i());
            }
        }
        return box;
    }
}
