package org.trabecula.web.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trabecula.image.Mask;
import org.trabecula.web.room.BodyPlane;
import org.trabecula.web.room.Drawing;
import org.trabecula.web.room.PixelRuns;
import org.trabecula.web.room.PlaneOfGrid;
import org.trabecula.web.room.Proposal;
import org.trabecula.web.room.Scan;

/// The outline of a scan, and what of it lies on one slice.
///
/// @param mask     the region; empty while nothing is drawn
/// @param undoable steps that can be undone
/// @param redoable steps that were undone
/// @param byHand   sagittal slices that a hand has drawn on
/// @param slices   sagittal slices that hold voxels
/// @param proposal what a helper proposes, in words; empty when there is nothing to accept
/// @param drawn    pixels of the slice that are drawn: pairs of a first pixel and how many follow it, numbered row by row
/// @param proposed pixels of the slice as the proposal has them
record OutlineView(
        Optional<ScanView.MaskView> mask, int undoable, int redoable, List<Integer> byHand, int[] slices, Optional<String> proposal, int[] drawn,
        int[] proposed) {
    static OutlineView of(Scan scan, BodyPlane plane, int slice) {
        Drawing drawing = scan.drawing();
        PlaneOfGrid lies = PlaneOfGrid.of(scan.grid(), plane);
        Optional<Mask> mask = drawing.mask();
        Optional<Proposal> proposal = drawing.proposal();
        return new OutlineView(
                mask.map(drawn -> ScanView.MaskView.of(drawing.version(), drawn)), drawing.undoable(), drawing.redoable(),
                drawing.facts().byHand(), mask.map(drawn -> PixelRuns.slices(drawn, PlaneOfGrid.of(scan.grid(), BodyPlane.SAGITTAL))).orElse(new int[0]),
                proposal.map(made -> made.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')),
                runs(mask, lies, slice), runs(proposal.map(Proposal::mask), lies, slice));
    }

    private static int[] runs(Optional<Mask> mask, PlaneOfGrid lies, int slice) {
        return mask.map(drawn -> PixelRuns.of(drawn, lies, slice)).orElse(new int[0]);
    }
}
