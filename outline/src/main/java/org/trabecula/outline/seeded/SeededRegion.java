package org.trabecula.outline.seeded;

import java.util.Arrays;
import java.util.Optional;
import org.trabecula.image.Box;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Volume;
import org.trabecula.outline.OutlineProblem;
import org.trabecula.outline.distance.EuclideanDistance;

/// A bright region grown from seeds inside and outside of it (GrowCut as shortest paths on the CT).
///
/// Works in a box, always gives the same result for the same seeds, and never changes what it is given: the result is a
/// proposal. Made for bone: its edge is sought where HU fall, halfway from its rim to its surroundings.
public final class SeededRegion {
    /// Voxels of the largest box: more take seconds and gigabytes. A vertebra at 0.3 mm has a quarter of it.
    public static final int MOST_VOXELS = 16_000_000;

    /// What every millimetre costs, in HU, so that nearness decides where the CT says nothing.
    private static final double PER_MM_HU = 10;

    private SeededRegion() {}

    /// The region that the inside seeds claim against the outside seeds.
    ///
    /// The outermost voxels of `box` count as outside. Where a voxel is seeded both ways, outside holds. Every inside seed in the
    /// box belongs to the region, which need not be one piece.
    ///
    /// @param ct      HU; holds `box`
    /// @param box     where to look; nothing outside of it belongs to the region
    /// @param inside  seeds of the region
    /// @param outside seeds of everything else, if there are any
    /// @return empty if no inside seed is left in the box
    /// @throws org.trabecula.core.InputException OUT-003 for a box of more than [#MOST_VOXELS] voxels
    public static Optional<Mask> grow(Volume ct, Box box, Mask inside, Optional<Mask> outside) {
        demandSize(box);
        return competed(ct, box, seeds(box, Optional.of(inside), outside));
    }

    /// A mask whose surface is sought anew near where it lies, and around seeds that say where it is wrong.
    ///
    /// What lies deeper in `current` than `bandMm` counts as inside, what lies farther from it as outside, except within twice that
    /// distance of a seed that says otherwise. What `current` holds outside of `box` stays.
    ///
    /// @param current the outline so far
    /// @param inside  seeds of what is missing, if any
    /// @param outside seeds of what is too much, if any
    /// @param bandMm  how far the surface may move where there is no seed, > 0
    /// @throws org.trabecula.core.InputException OUT-003 as above
    public static Optional<Mask> refine(
            Volume ct, Box box, Mask current, Optional<Mask> inside, Optional<Mask> outside, double bandMm) {
        demandSize(box);
        if (!(bandMm > 0)) {
            throw new IllegalArgumentException("the band about a surface is > 0 mm wide, got " + bandMm);
        }
        byte[] seeds = seeds(box, inside, outside);
        Size size = box.size();
        boolean[] flags = current.toFlags(box);
        double[] depthMm = any(flags)
                ? EuclideanDistance.signedMm(flags, size, ct.grid().spacing())
                : filled(flags.length, Double.NEGATIVE_INFINITY);
        double freeMm2 = 4 * bandMm * bandMm;
        double[] toInside = EuclideanDistance.squaredMm2(which(seeds, FrontCompetition.INSIDE), size, ct.grid().spacing());
        double[] toOutside = EuclideanDistance.squaredMm2(which(seeds, FrontCompetition.OUTSIDE), size, ct.grid().spacing());
        for (int at = 0; at < seeds.length; at++) {
            if (seeds[at] == FrontCompetition.NO_SEED) {
                if (depthMm[at] > bandMm && toOutside[at] > freeMm2) {
                    seeds[at] = FrontCompetition.INSIDE;
                } else if (depthMm[at] < -bandMm && toInside[at] > freeMm2) {
                    seeds[at] = FrontCompetition.OUTSIDE;
                }
            }
        }
        Optional<Mask> found = competed(ct, box, seeds);
        return withRest(found, current, box);
    }

    private static Optional<Mask> competed(Volume ct, Box box, byte[] seeds) {
        Size size = box.size();
        int at = 0;
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                for (int i = 0; i < size.i(); i++, at++) {
                    boolean rim = i == 0 || j == 0 || k == 0 || i == size.i() - 1 || j == size.j() - 1 || k == size.k() - 1;
                    if (rim && seeds[at] == FrontCompetition.NO_SEED) {
                        seeds[at] = FrontCompetition.OUTSIDE;
                    }
                }
            }
        }
        double[] perMm = filled(seeds.length, PER_MM_HU);
        byte[] owner = new FrontCompetition(SmoothedHu.of(ct, box), size, ct.grid().spacing(), perMm, perMm).run(seeds);
        boolean[] flags = which(owner, FrontCompetition.INSIDE);
        return any(flags) ? Optional.of(Mask.of(ct.grid(), box, flags)) : Optional.empty();
    }

    private static byte[] seeds(Box box, Optional<Mask> inside, Optional<Mask> outside) {
        byte[] seeds = new byte[Math.toIntExact(box.size().voxels())];
        mark(seeds, box, inside, FrontCompetition.INSIDE);
        mark(seeds, box, outside, FrontCompetition.OUTSIDE);
        return seeds;
    }

    private static void mark(byte[] seeds, Box box, Optional<Mask> mask, byte kind) {
        if (mask.isPresent()) {
            boolean[] flags = mask.get().toFlags(box);
            for (int at = 0; at < seeds.length; at++) {
                if (flags[at]) {
                    seeds[at] = kind;
                }
            }
        }
    }

    /// What was found in the box and what the mask holds outside of it.
    private static Optional<Mask> withRest(Optional<Mask> found, Mask current, Box box) {
        if (box.contains(current.box())) {
            return found;
        }
        Box whole = current.box().enclosing(box);
        boolean[] flags = current.toFlags(whole);
        boolean[] foundFlags = found.map(mask -> mask.toFlags(whole)).orElseGet(() -> new boolean[flags.length]);
        int at = 0;
        for (int k = whole.kMin(); k <= whole.kMax(); k++) {
            for (int j = whole.jMin(); j <= whole.jMax(); j++) {
                for (int i = whole.iMin(); i <= whole.iMax(); i++, at++) {
                    if (box.contains(i, j, k)) {
                        flags[at] = foundFlags[at];
                    }
                }
            }
        }
        return any(flags) ? Optional.of(Mask.of(current.grid(), whole, flags)) : Optional.empty();
    }

    static void demandSize(Box box) {
        if (box.size().voxels() > MOST_VOXELS) {
            throw OutlineProblem.BOX_TOO_LARGE.refuse(
                    "the box to look in",
                    box.size() + " = " + box.size().voxels() + " voxels",
                    "at most " + MOST_VOXELS + " voxels",
                    "draw the box around one vertebra");
        }
    }

    private static boolean[] which(byte[] kinds, byte kind) {
        boolean[] flags = new boolean[kinds.length];
        for (int at = 0; at < kinds.length; at++) {
            flags[at] = kinds[at] == kind;
        }
        return flags;
    }

    private static boolean any(boolean[] flags) {
        for (boolean flag : flags) {
            if (flag) {
                return true;
            }
        }
        return false;
    }

    private static double[] filled(int length, double value) {
        double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }
}
