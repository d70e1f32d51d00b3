package org.trabecula.radiomics.texture;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.radiomics.settings.Slicing;

/// The grey levels of one region in its bounding box: 1 … N_g inside, 0 outside. Immutable.
///
/// Levels that do not occur cost nothing: kernels work on *ranks*, 1 … N_p for the N_p levels present in ascending
/// order, and look up the level itself ([#level]) where a formula needs it. Ranks lie in one array with an empty margin
/// around the box ([RegionLayout]).
public final class LevelImage {
    /// Levels above this are refused: per-level tables stay below 16 MiB.
    public static final int HIGHEST_ALLOWED = 1 << 20;

    private final RegionLayout layout;
    private final Spacing spacing;
    private final int[] levels;
    private final int[] voxelsPerRank;
    private final RegionLevels region;
    private final int[] ranks;
    private volatile @Nullable EqualNeighbours equalNeighbours; // compared on first use; two threads get equal results
    private volatile @Nullable LineCounts lineCounts; // likewise

    /// @param ranks with the layout's margin
    private LevelImage(
            RegionLayout layout, Spacing spacing, int[] levels, int[] voxelsPerRank, RegionLevels region, int[] ranks) {
        this.layout = layout;
        this.spacing = spacing;
        this.levels = levels;
        this.voxelsPerRank = voxelsPerRank;
        this.region = region;
        this.ranks = ranks;
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
        for (int level : levels) {
            if (level < 0) {
                throw outOfRange(level);
            }
        }
        RegionLayout layout = RegionLayout.ofPositive(size, levels);
        if (layout.voxelCount() == 0) {
            throw new IllegalArgumentException("a region holds at least one voxel, all levels are 0");
        }
        return of(layout, spacing, layout.outOf(levels));
    }

    /// The levels of a region whose layout serves many images.
    ///
    /// @param levels one per voxel of the region, in the order of the layout: 1 … N_g. Not kept.
    /// @throws IllegalArgumentException if a level is below 1 or above [#HIGHEST_ALLOWED]
    public static LevelImage of(RegionLayout layout, Spacing spacing, int[] levels) {
        int lowest = levels[0];
        int highest = levels[0];
        for (int level : levels) {
            lowest = Math.min(lowest, level);
            highest = Math.max(highest, level);
        }
        if (lowest < 1 || highest > HIGHEST_ALLOWED) {
            throw outOfRange(lowest < 1 ? lowest : highest);
        }
        int[] rankOf = new int[highest + 1]; // counts first
        for (int level : levels) {
            rankOf[level]++;
        }
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
        int[] inside = layout.inside();
        int[] ranks = new int[layout.length()];
        for (int n = 0; n < inside.length; n++) {
            ranks[inside[n]] = rankOf[levels[n]];
        }
        return new LevelImage(
                layout, spacing, presentLevels, voxelsPerRank, RegionLevels.ofRanks(presentLevels), ranks);
    }

    private static IllegalArgumentException outOfRange(int level) {
        return new IllegalArgumentException("a grey level must be 0 … " + HIGHEST_ALLOWED + ", got " + level);
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
        return ofBoxRanks(size, spacing, presentLevels, Arrays.copyOf(voxelsPerRank, present + 1), region, boxRanks);
    }

    private static LevelImage ofBoxRanks(
            Size size, Spacing spacing, int[] levels, int[] voxelsPerRank, RegionLevels region, int[] boxRanks) {
        RegionLayout layout = RegionLayout.ofPositive(size, boxRanks);
        int[] ranks = layout.withMargin(layout.outOf(boxRanks));
        return new LevelImage(layout, spacing, levels, voxelsPerRank, region, ranks);
    }

    /// The extent of the region's bounding box in voxels.
    public Size size() {
        return layout.size();
    }

    public Spacing spacing() {
        return spacing;
    }

    /// Voxels inside the region.
    public int voxelCount() {
        return layout.voxelCount();
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
        return !NeighbourStep.of(size(), distances, slicing).isEmpty();
    }

    /// The ranks with their margin; kernels read them, nobody writes to them.
    int[] ranks() {
        return ranks;
    }

    /// The indices into [#ranks] of the voxels inside the region, ascending.
    int[] inside() {
        return layout.inside();
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
        return layout.step(direction);
    }

    /// The same region with a margin that holds steps of `wanted` voxels.
    LevelImage withReach(int wanted) {
        RegionLayout wider = layout.withReach(wanted);
        return wider == layout
                ? this
                : new LevelImage(
                        wider, spacing, levels, voxelsPerRank, region, wider.withMargin(wider.outOf(boxRanks())));
    }

    /// The voxels of one slice across k as an image of their own, with the ranks of this one; empty where the slice holds
    /// none.
    Optional<LevelImage> slice(int k) {
        Size size = size();
        int area = size.i() * size.j();
        int[] part = Arrays.copyOfRange(boxRanks(), k * area, (k + 1) * area);
        int[] perRank = new int[levels.length];
        for (int rank : part) {
            perRank[rank]++;
        }
        boolean empty = perRank[0] == area;
        perRank[0] = 0;
        Size flat = new Size(size.i(), size.j(), 1);
        return empty ? Optional.empty() : Optional.of(ofBoxRanks(flat, spacing, levels, perRank, region, part));
    }

    /// The slices across k that hold voxels, ascending.
    List<LevelImage> slices() {
        return IntStream.range(0, size().k()).mapToObj(this::slice).flatMap(Optional::stream).toList();
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
        return layout.withoutMargin(ranks);
    }
}
