package org.trabecula.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Orientation;
import org.trabecula.web.predict.Predictions;
import org.trabecula.web.room.BodyPlane;
import org.trabecula.web.room.PlaneOfGrid;
import org.trabecula.web.room.Scan;

/// An open scan as the page sees it.
///
/// @param size        voxels along i, j, k
/// @param spacingMm   along i, j, k
/// @param orientation where i, j, k rise to, such as `LPS`
/// @param planes      in which slices are shown
/// @param mask        the region; empty while there is none
/// @param isPredicted whether a prediction is kept with it
/// @param notes       what was assumed
record ScanView(
        String id, String title, Optional<Integer> row, int[] size, double[] spacingMm, String orientation, List<PlaneView> planes,
        Optional<MaskView> mask, boolean isPredicted, List<String> notes) {
    /// @param columns of each slice's picture
    /// @param rows    of each slice's picture
    record PlaneView(BodyPlane plane, int columns, int rows, int slices, double columnMm, double rowMm, double sliceMm) {
        static PlaneView of(Grid grid, BodyPlane plane) {
            PlaneOfGrid lies = PlaneOfGrid.of(grid, plane);
            return new PlaneView(plane, lies.columns(), lies.rows(), lies.slices(), lies.columnMm(), lies.rowMm(), lies.sliceMm());
        }
    }

    /// @param version of its voxels: equal outlines have equal ones
    /// @param centre  of its box: sagittal, coronal and axial slice
    record MaskView(int version, int voxels, double volumeMm3, int[] centre) {
        static MaskView of(int version, Mask mask) {
            int i = (mask.box().iMin() + mask.box().iMax()) / 2;
            int j = (mask.box().jMin() + mask.box().jMax()) / 2;
            int k = (mask.box().kMin() + mask.box().kMax()) / 2;
            int[] centre = new int[BodyPlane.values().length];
            for (BodyPlane plane : BodyPlane.values()) {
                centre[plane.ordinal()] = PlaneOfGrid.of(mask.grid(), plane).pixel(i, j, k)[2];
            }
            return new MaskView(version, mask.voxelCount(), mask.volumeMm3(), centre);
        }
    }

    static ScanView of(Scan scan, List<String> more) {
        Grid grid = scan.grid();
        List<String> notes = new ArrayList<>(scan.record().notes());
        notes.addAll(more);
        List<PlaneView> planes = new ArrayList<>();
        for (BodyPlane plane : BodyPlane.values()) {
            planes.add(PlaneView.of(grid, plane));
        }
        return new ScanView(
                scan.record().id(), scan.record().title(), scan.record().row(), new int[] {grid.size().i(), grid.size().j(), grid.size().k()},
                new double[] {grid.spacing().iMm(), grid.spacing().jMm(), grid.spacing().kMm()}, Orientation.of(grid.direction()).code(),
                planes, scan.drawing().mask().map(mask -> MaskView.of(scan.drawing().version(), mask)), Predictions.isPredicted(scan), notes);
    }
}
