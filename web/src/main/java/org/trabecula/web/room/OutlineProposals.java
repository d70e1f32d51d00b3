package org.trabecula.web.room;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.outline.seeded.SeededRegion;
import org.trabecula.outline.seeded.VertebralStart;
import org.trabecula.outline.stroke.EditKind;
import org.trabecula.web.server.WebProblem;

/// What looks at the image and proposes an outline; a person accepts it or not.
public final class OutlineProposals {
    /// How far the surface may move where no seed says otherwise.
    private static final double BAND_MM = 2;
    /// Around the outline and its seeds: room for the fronts that come from outside.
    private static final double AROUND_MM = 8;

    private OutlineProposals() {}

    /// Proposes the vertebral body in a box that was drawn on one slice.
    ///
    /// @throws InputException WEB-006 for no box, OUT-003 or OUT-004 for one that is too large or too thin
    public static void start(Scan scan, BoxDrawn drawn) throws IOException {
        Box box = drawn.on(PlaneOfGrid.of(scan.grid(), BodyPlane.SAGITTAL));
        scan.drawing().propose(new Proposal(EditKind.STARTED, VertebralStart.fromBox(scan.volume(), box)));
    }

    /// Proposes the outline with its surface sought anew near where it lies, and around seeds.
    ///
    /// @param seeds the pen's are missing in the outline, the eraser's are too much
    /// @throws InputException WEB-010 if nothing is drawn, WEB-006 for what is no stroke, OUT-003 if the region is too large
    public static void refine(Scan scan, List<DrawnStroke> seeds) throws IOException {
        Mask current = scan.drawing().mask().orElseThrow(() -> notYet("nothing is drawn", "draw, or begin with a box"));
        Grid grid = scan.grid();
        Optional<Mask> inside = Optional.empty();
        Optional<Mask> outside = Optional.empty();
        Box box = current.box();
        for (DrawnStroke seed : seeds) {
            Optional<Mask> before = seed.erases() ? outside : inside;
            Optional<Mask> now = seed.painted(PlaneOfGrid.of(grid, seed.plane()), before);
            if (seed.erases()) {
                outside = now;
            } else {
                inside = now;
            }
            box = now.map(Mask::box).map(box::enclosing).orElse(box);
        }
        Box around = box.grown(
                voxels(grid.spacing().iMm()), voxels(grid.spacing().jMm()), voxels(grid.spacing().kMm()), grid.wholeBox());
        Mask refined = SeededRegion.refine(scan.volume(), around, current, inside, outside, BAND_MM)
                .orElseThrow(() -> notYet("seeds that leave nothing inside", "take some of the seeds back"));
        scan.drawing().propose(new Proposal(EditKind.REFINED, refined));
    }

    private static int voxels(double spacingMm) {
        return (int) Math.ceil(AROUND_MM / spacingMm);
    }

    private static InputException notYet(String found, String fix) {
        return new InputException(new Problem(WebProblem.NOT_YET, "the outline", found, "an outline to refine", fix));
    }
}
