package org.trabecula.web.room;

import java.util.List;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.Mask;
import org.trabecula.image.PointMm;
import org.trabecula.outline.heights.BodyHeights;
import org.trabecula.web.server.WebProblem;

/// Heights of the outlined vertebral body, where they were measured, and the grade of its deformity: an estimate from the outline.
///
/// @param version      of the outline that was measured
/// @param anteriorMm   at the front
/// @param middleMm     in the middle of the depth
/// @param posteriorMm  at the back
/// @param anteriorLoss share of the posterior height that is missing at the front; negative where the front is higher
/// @param middleLoss   the same in the middle
/// @param grade        Genant's, 0 to 3, by the larger loss
/// @param slice        the sagittal picture nearest to the middle plane
/// @param lines        anterior, middle, posterior on that picture: column and row of the upper end, then of the lower one
public record HeightsView(
        int version, double anteriorMm, double middleMm, double posteriorMm, double anteriorLoss, double middleLoss, int grade, int slice,
        List<double[]> lines) {
    /// @throws InputException WEB-010 if nothing is drawn, or no single body lies in the middle plane
    public static HeightsView of(Scan scan) {
        int version = scan.drawing().version();
        Mask mask = scan.drawing().mask().orElseThrow(() -> notYet(scan, "no region", "the vertebra's outline", "draw it, or choose a mask"));
        BodyHeights heights = BodyHeights.of(mask).orElseThrow(() -> notYet(
                scan, "no single body in the sagittal middle plane", "the outline of one vertebral body without its arch", "outline the body alone"));
        PlaneOfGrid plane = PlaneOfGrid.of(scan.grid(), BodyPlane.SAGITTAL);
        return new HeightsView(
                version, heights.anteriorMm(), heights.middleMm(), heights.posteriorMm(), heights.anteriorLoss(), heights.middleLoss(),
                heights.grade().number(), slice(plane, heights.middle().upper()),
                List.of(line(plane, heights.anterior()), line(plane, heights.middle()), line(plane, heights.posterior())));
    }

    private static int slice(PlaneOfGrid plane, PointMm place) {
        double index = plane.grid().toIndex(place)[plane.axis()];
        int slice = (int) Math.round(plane.sliceFlips() ? plane.slices() - 1 - index : index);
        return Math.clamp(slice, 0, plane.slices() - 1);
    }

    private static double[] line(PlaneOfGrid plane, BodyHeights.Caliper caliper) {
        double[] upper = picture(plane, caliper.upper());
        double[] lower = picture(plane, caliper.lower());
        return new double[] {upper[0], upper[1], lower[0], lower[1]};
    }

    /// Column and row; whole numbers are the centres of pixels.
    private static double[] picture(PlaneOfGrid plane, PointMm place) {
        double[] index = plane.grid().toIndex(place);
        double column = index[plane.columnAxis()];
        double row = index[plane.rowAxis()];
        return new double[] {plane.columnFlips() ? plane.columns() - 1 - column : column, plane.rowFlips() ? plane.rows() - 1 - row : row};
    }

    private static InputException notYet(Scan scan, String found, String expected, String fix) {
        return new InputException(new Problem(WebProblem.NOT_YET, scan.record().title(), found, expected, fix));
    }
}
