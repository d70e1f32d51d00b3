package org.trabecula.outline.seeded;

import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Orientation;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;

/// From the rough shape of a body to its voxels: two fronts from the shape's core and from well outside of it, then tidying.
final class BodyProposal {
    /// How far outside of the shape everything counts as outside.
    private static final double MARGIN_MM = 3;
    private static final double PER_MM_HU = 20;
    /// What a millimetre costs more, in HU, for each half-width that a front is out of place.
    private static final double MISPLACED_PER_MM_HU = 40;
    /// The part of the shape that counts as inside: of its half-widths across, of its half-height along.
    private static final double CORE_ACROSS = 0.55;
    private static final double CORE_ALONG = 0.4;
    /// Radius of a ball that does not fit through what is cut off.
    private static final double BRIDGE_MM = 1;
    /// Radius of a ball that does not fit into what is filled.
    private static final double CLEFT_MM = 2;

    private BodyProposal() {}

    static Mask of(Volume ct, BodyTemplate body) {
        Grid grid = ct.grid();
        Spacing spacing = grid.spacing();
        Box region = grown(grid, body.box(grid));
        SeededRegion.demandSize(region);
        Size size = region.size();
        Orientation axes = Orientation.of(grid.direction());
        int voxels = (int) size.voxels();
        byte[] seeds = new byte[voxels];
        double[] insidePerMm = new double[voxels];
        double[] outsidePerMm = new double[voxels];
        double[] mm = new double[3];
        int at = 0;
        for (int k = region.kMin(); k <= region.kMax(); k++) {
            mm[2] = k * spacing.kMm();
            for (int j = region.jMin(); j <= region.jMax(); j++) {
                mm[1] = j * spacing.jMm();
                for (int i = region.iMin(); i <= region.iMax(); i++, at++) {
                    mm[0] = i * spacing.iMm();
                    BodyTemplate.Place place =
                            body.place(mm[axes.sagittalAxis()], mm[axes.coronalAxis()], mm[axes.axialAxis()]);
                    double out = Math.max(place.across(), place.along()) - 1;
                    insidePerMm[at] = PER_MM_HU + MISPLACED_PER_MM_HU * Math.max(0, out);
                    outsidePerMm[at] = PER_MM_HU + MISPLACED_PER_MM_HU * Math.max(0, -out);
                    if (place.across() < CORE_ACROSS && place.along() < CORE_ALONG) {
                        seeds[at] = FrontCompetition.INSIDE;
                    } else if (body.farOutside(place, MARGIN_MM)) {
                        seeds[at] = FrontCompetition.OUTSIDE;
                    }
                }
            }
        }
        Box heart = body.middleVoxel(grid); // a core thinner than a slice holds no voxel's centre
        seeds[(heart.iMin() - region.iMin())
                + size.i() * ((heart.jMin() - region.jMin()) + size.j() * (heart.kMin() - region.kMin()))] =
                FrontCompetition.INSIDE;
        byte[] owner =
                new FrontCompetition(SmoothedHu.of(ct, region), size, spacing, insidePerMm, outsidePerMm).run(seeds);
        boolean[] inside = new boolean[voxels];
        for (int n = 0; n < voxels; n++) {
            inside[n] = owner[n] == FrontCompetition.INSIDE;
        }
        return Mask.of(grid, region, tidied(inside, size, spacing));
    }

    /// A box with the margin around it, and one voxel more, so that fronts from outside have a place to start from on every side.
    static Box grown(Grid grid, Box box) {
        Spacing spacing = grid.spacing();
        return box.grown(
                (int) Math.ceil(MARGIN_MM / spacing.iMm()) + 1,
                (int) Math.ceil(MARGIN_MM / spacing.jMm()) + 1,
                (int) Math.ceil(MARGIN_MM / spacing.kMm()) + 1,
                grid.wholeBox());
    }

    private static boolean[] tidied(boolean[] inside, Size size, Spacing spacing) {
        boolean[] smooth = RegionTidying.closed(
                RegionTidying.opened(inside, size, spacing, BRIDGE_MM), size, spacing, CLEFT_MM);
        boolean[] piece = RegionTidying.holesFilled(RegionTidying.largestPiece(smooth, size), size);
        for (boolean flag : piece) {
            if (flag) {
                return piece;
            }
        }
        return inside; // a core so small that smoothing left nothing
    }
}
