package org.trabecula.image;

import java.util.Optional;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;

/// How the voxels of one grid fall onto the voxels of another when both are cut from one lattice: cropped, with axes
/// flipped or exchanged, but never between voxels.
public final class LatticeMap {
    private final int[] axis;
    private final int[] sign;
    private final int[] offset;

    /// @param axis   for each axis of the target, the axis of the source that runs along it
    /// @param sign   +1 or −1 for each axis of the target
    /// @param offset the target index of source voxel (0, 0, 0)
    private LatticeMap(int[] axis, int[] sign, int[] offset) {
        this.axis = axis;
        this.sign = sign;
        this.offset = offset;
    }

    /// The map from `source` to `target`, if every corner of `source` falls on a voxel centre of the target's lattice within
    /// 1 % of the smallest spacing. Corners may lie outside the target.
    public static Optional<LatticeMap> between(Grid source, Grid target) {
        Orientation of = orientationIn(source, target);
        int[] axis = {of.sagittalAxis(), of.coronalAxis(), of.axialAxis()};
        int[] sign = {of.towardsLeft() ? 1 : -1, of.towardsPosterior() ? 1 : -1, of.towardsHead() ? 1 : -1};
        double[] first = target.toIndex(source.originMm());
        int[] offset = new int[3];
        for (int n = 0; n < 3; n++) {
            if (!(Math.abs(first[n]) < 1e9)) {
                return Optional.empty();
            }
            offset[n] = (int) Math.rint(first[n]);
        }
        LatticeMap map = new LatticeMap(axis, sign, offset);
        double within = GridComparison.SAME_WITHIN * Math.min(source.spacing().smallestMm(), target.spacing().smallestMm());
        for (int corner = 0; corner < 8; corner++) {
            int[] at = {
                (corner & 1) * (source.size().i() - 1),
                (corner >> 1 & 1) * (source.size().j() - 1),
                (corner >> 2 & 1) * (source.size().k() - 1)
            };
            int[] to = map.apply(at[0], at[1], at[2]);
            double apart = source.toWorld(at[0], at[1], at[2]).distanceMm(target.toWorld(to[0], to[1], to[2]));
            if (!(apart <= within)) {
                return Optional.empty();
            }
        }
        return Optional.of(map);
    }

    /// The axes of `source` as seen along those of `target`.
    private static Orientation orientationIn(Grid source, Grid target) {
        return Orientation.of(target.direction().inverse().times(source.direction()));
    }

    /// Whether every index stays what it is.
    public boolean isIdentity() {
        boolean same = true;
        for (int n = 0; n < 3; n++) {
            same &= axis[n] == n && sign[n] == 1 && offset[n] == 0;
        }
        return same;
    }

    /// The target index of a source voxel.
    public int[] apply(int i, int j, int k) {
        int[] source = {i, j, k};
        int[] to = new int[3];
        for (int n = 0; n < 3; n++) {
            to[n] = offset[n] + sign[n] * source[axis[n]];
        }
        return to;
    }

    /// The same region on the grid of the image.
    ///
    /// @throws InputException MSK-005 if a voxel of the region lies outside `target`
    Mask apply(Mask mask, Grid target, String where) {
        Box from = mask.box();
        int[] a = apply(from.iMin(), from.jMin(), from.kMin());
        int[] b = apply(from.iMax(), from.jMax(), from.kMax());
        int[] low = {Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.min(a[2], b[2])};
        int[] high = {Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.max(a[2], b[2])};
        Size size = target.size();
        if (low[0] < 0 || low[1] < 0 || low[2] < 0 || high[0] >= size.i() || high[1] >= size.j() || high[2] >= size.k()) {
            throw new InputException(new Problem(
                    ImageProblem.OUTSIDE_IMAGE,
                    where,
                    "the region fills voxels (" + low[0] + ", " + low[1] + ", " + low[2] + ") to (" + high[0] + ", " + high[1]
                            + ", " + high[2] + ") of an image of " + size,
                    "every voxel of the region inside the image",
                    "take the image that the region was drawn on, uncropped"));
        }
        Box to = new Box(low[0], low[1], low[2], high[0], high[1], high[2]);
        boolean[] moved = new boolean[Math.toIntExact(to.size().voxels())];
        for (int k = from.kMin(); k <= from.kMax(); k++) {
            for (int j = from.jMin(); j <= from.jMax(); j++) {
                for (int i = from.iMin(); i <= from.iMax(); i++) {
                    if (mask.at(i, j, k)) {
                        int[] p = apply(i, j, k);
                        moved[(p[0] - low[0]) + to.size().i() * ((p[1] - low[1]) + to.size().j() * (p[2] - low[2]))] = true;
                    }
                }
            }
        }
        return Mask.of(target, to, moved);
    }
}
