package org.trabecula.outline.seeded;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Orientation;
import org.trabecula.image.Size;
import org.trabecula.image.Volume;
import org.trabecula.outline.OutlineProblem;

/// A first outline of a vertebral body from one box around it or one click into it: a proposal to be corrected, never the last word.
///
/// A rough shape of the body is put where HU fall most across its surface ([BodySearch]): near the box, or near the click with sizes
/// that human vertebrae have. Its core is taken for inside, what lies well outside of it for outside, and two fronts run towards each
/// other ([FrontCompetition]); both pay more where the shape says that they are out of place, which cuts the pedicles, where the CT
/// shows no edge. Then thin bridges and clefts are smoothed away, the largest piece is kept and its holes are filled.
///
/// How often it is right is in docs/outlining.md. Always the same result for the same CT and the same box or click.
public final class VertebralStart {
    /// How far a drawn box may be off on each side.
    private static final double BOX_OFF_MM = 3;
    /// How far from a click the middle of its body may lie.
    private static final double CLICK_OFF_MM = 8;
    /// Forty degrees to either side: more than an endplate leans in a thoracic kyphosis.
    private static final double MOST_LEAN_RAD = 0.7;
    /// From a click, the search starts from places as far off as this too.
    private static final double ASIDE_MM = 5;

    // half-sizes of bodies from T3 of a small woman, crushed, to L5 of a large man
    private static final double LEAST_HALF_WIDTH_MM = 11;
    private static final double MOST_HALF_WIDTH_MM = 30;
    private static final double LEAST_HALF_DEPTH_MM = 8;
    private static final double MOST_HALF_DEPTH_MM = 21;
    private static final double LEAST_HALF_HEIGHT_MM = 4;
    private static final double MOST_HALF_HEIGHT_MM = 17;

    /// Width by depth of a body: 1.1 at T5, 1.45 at L5 (Panjabi et al., Spine 16 (1991) 888–901, 17 (1992) 299–306).
    private static final double WIDTH_BY_DEPTH = 1.3;
    private static final double LEAST_WIDTH_BY_DEPTH = 0.85;
    private static final double MOST_WIDTH_BY_DEPTH = 1.75;

    /// Half-depth and half-height of T6, T11, L3 and a crushed L1, in mm: where the search from a click starts.
    private static final double[][] USUAL_SIZES_MM = {{12, 9}, {15, 11.5}, {17, 14}, {16, 8}};
    private static final int[] WAYS = {-1, 0, 1};

    private VertebralStart() {}

    /// The body in a box around it that a person drew, tight to a few millimetres.
    ///
    /// A box of one slice across the sagittal axis is one drawn on a sagittal slice: the width is then sought on the CT.
    ///
    /// @param ct  HU; holds the box and 16 mm around it, as far as the grid reaches; for a box on one slice 50 mm to each side
    /// @param box around the body without its arch
    /// @throws org.trabecula.core.InputException OUT-003 for a box that is too large, OUT-004 for one that is too thin
    public static Mask fromBox(Volume ct, Box box) {
        Grid grid = ct.grid();
        SeededRegion.demandSize(box);
        int sagittal = Orientation.of(grid.direction()).sagittalAxis();
        boolean oneSlice = box.size().along(sagittal) == 1;
        demandThickness(box, sagittal, oneSlice);
        BodyTemplate drawn = BodyTemplate.filling(grid, box);
        double[] start = drawn.lengths();
        double[] least = new double[BodyTemplate.LENGTHS];
        double[] most = new double[BodyTemplate.LENGTHS];
        for (int n = 0; n < BodyTemplate.LEAN; n++) {
            double off = n < BodyTemplate.HALF_WIDTH ? 0.5 * BOX_OFF_MM : BOX_OFF_MM; // a middle is off by half as much as a side
            least[n] = Math.max(start[n] - off, n < BodyTemplate.HALF_WIDTH ? Double.NEGATIVE_INFINITY : 0.5 * start[n]);
            most[n] = start[n] + off;
        }
        if (oneSlice) {
            least[BodyTemplate.SIDEWAYS] = start[BodyTemplate.SIDEWAYS] - CLICK_OFF_MM;
            most[BodyTemplate.SIDEWAYS] = start[BodyTemplate.SIDEWAYS] + CLICK_OFF_MM;
            start[BodyTemplate.HALF_WIDTH] = WIDTH_BY_DEPTH * drawn.halfDepth();
            least[BodyTemplate.HALF_WIDTH] = LEAST_WIDTH_BY_DEPTH * drawn.halfDepth();
            most[BodyTemplate.HALF_WIDTH] = MOST_WIDTH_BY_DEPTH * drawn.halfDepth();
        }
        least[BodyTemplate.LEAN] = -MOST_LEAN_RAD;
        most[BodyTemplate.LEAN] = MOST_LEAN_RAD;
        BodySearch search = new BodySearch(ct, block(grid, start, most));
        return BodyProposal.of(ct, search.best(boxStarts(start, oneSlice), new BodySearch.Bounds(least, most)));
    }

    /// The body that a person clicked on, somewhere near its middle.
    ///
    /// @param ct HU; holds 45 mm around the click, as far as the grid reaches
    /// @throws IllegalArgumentException if the voxel does not lie in the grid
    public static Mask fromClick(Volume ct, int i, int j, int k) {
        Grid grid = ct.grid();
        if (!grid.wholeBox().contains(i, j, k)) {
            throw new IllegalArgumentException("voxel (" + i + ", " + j + ", " + k + ") is not in " + grid.wholeBox());
        }
        double[] click = BodyTemplate.filling(grid, new Box(i, j, k, i, j, k)).lengths();
        double[] least = {0, 0, 0, LEAST_HALF_WIDTH_MM, LEAST_HALF_DEPTH_MM, LEAST_HALF_HEIGHT_MM, -MOST_LEAN_RAD};
        double[] most = {0, 0, 0, MOST_HALF_WIDTH_MM, MOST_HALF_DEPTH_MM, MOST_HALF_HEIGHT_MM, MOST_LEAN_RAD};
        for (int n = 0; n < BodyTemplate.HALF_WIDTH; n++) {
            least[n] = click[n] - CLICK_OFF_MM;
            most[n] = click[n] + CLICK_OFF_MM;
        }
        BodySearch search = new BodySearch(ct, block(grid, click, most));
        return BodyProposal.of(ct, search.best(clickStarts(click), new BodySearch.Bounds(least, most)));
    }

    /// The box itself and what it may have been meant for: endplates and walls a little farther in or out, the body higher or
    /// lower; wider or narrower, or on one slice farther to a side.
    private static List<double[]> boxStarts(double[] drawn, boolean oneSlice) {
        List<double[]> starts = new ArrayList<>();
        for (int wide : WAYS) {
            for (int deep : WAYS) {
                for (int tall : WAYS) {
                    for (int high : WAYS) {
                        double[] start = drawn.clone();
                        start[oneSlice ? BodyTemplate.SIDEWAYS : BodyTemplate.HALF_WIDTH] +=
                                wide * (oneSlice ? ASIDE_MM : 2.0 / 3 * BOX_OFF_MM);
                        start[BodyTemplate.HALF_DEPTH] += deep * 2.0 / 3 * BOX_OFF_MM;
                        start[BodyTemplate.HALF_HEIGHT] += tall * 2.0 / 3 * BOX_OFF_MM;
                        start[BodyTemplate.HIGH] += high * 0.5 * BOX_OFF_MM;
                        starts.add(start);
                    }
                }
            }
        }
        return starts;
    }

    private static List<double[]> clickStarts(double[] click) {
        List<double[]> starts = new ArrayList<>();
        for (double[] half : USUAL_SIZES_MM) {
            for (int sideways : WAYS) {
                for (int deep : WAYS) {
                    for (int high : WAYS) {
                        starts.add(new double[] {
                            click[0] + ASIDE_MM * sideways,
                            click[1] + ASIDE_MM * deep,
                            click[2] + ASIDE_MM * high,
                            WIDTH_BY_DEPTH * half[0],
                            half[0],
                            half[1],
                            0
                        });
                    }
                }
            }
        }
        return starts;
    }

    /// The part of the grid that a search from `start` can look at.
    private static Box block(Grid grid, double[] start, double[] most) {
        BodyTemplate widest = new BodyTemplate(
                start[0],
                start[1],
                start[2],
                most[3] + most[0] - start[0],
                most[4] + most[1] - start[1],
                most[5] + most[2] - start[2],
                0);
        return BodyProposal.grown(grid, widest.box(grid));
    }

    private static void demandThickness(Box box, int sagittal, boolean oneSlice) {
        Size size = box.size();
        for (int axis = 0; axis < 3; axis++) {
            boolean sought = oneSlice && axis == sagittal;
            if (!sought && size.along(axis) < 3) {
                throw OutlineProblem.BOX_TOO_THIN.refuse(
                        "the box around the vertebral body",
                        size + " voxels",
                        "at least 3 on each axis, or one sagittal slice of at least 3 × 3",
                        "draw the box around the whole body");
            }
        }
    }
}
