package org.trabecula.deep.crop;

import java.util.stream.IntStream;
import org.trabecula.core.InputException;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.GridComparison;
import org.trabecula.image.Mask;
import org.trabecula.image.Volume;
import org.trabecula.image.VoxelType;

/// Where a crop's pixels lie, from the mask alone; then [#sample] takes them from the image.
///
/// Rows run from head to feet, columns from front to back: the picture's top is the head's side, its left is anterior.
/// The box reaches `marginMm` beyond the outermost edges of the region's voxels in the slice. Pixel (r, c) of N × N is
/// sampled at the centre of its share of the box,
///
/// ```
/// back = backFrom + (c + ½) / N · width,   down = downFrom + (r + ½) / N · height
/// ```
///
/// linearly between the four voxel centres around it, each clipped to the HU window before; beyond the image the edge
/// voxel counts. Nothing is smoothed before a reduction. The N × N (× 3) values are then z-scored together: mean 0,
/// standard deviation 1 (divisor n).
public final class CropPlan {
    private final Mask mask;
    private final CropSettings settings;
    private final SagittalFrame frame;
    private final LargestSlice slice;
    private final int[] slices;
    /// Edges of the box in oriented voxel coordinates (voxel centres at whole numbers).
    private final double backFrom;

    private final double backTo;
    private final double downFrom;
    private final double downTo;
    private final double widthMm;
    private final double heightMm;

    private CropPlan(Mask mask, CropSettings settings) {
        this.mask = mask;
        this.settings = settings;
        this.frame = SagittalFrame.of(mask.grid().direction());
        this.slice = LargestSlice.of(mask, frame);
        this.slices = slices();
        double backMm = mask.grid().spacing().along(frame.back().index());
        double downMm = mask.grid().spacing().along(frame.down().index());
        double width = (slice.backTo() - slice.backFrom() + 1) * backMm + 2 * settings.marginMm();
        double height = (slice.downTo() - slice.downFrom() + 1) * downMm + 2 * settings.marginMm();
        if (settings.shape() == CropSettings.Shape.SQUARE) {
            width = Math.max(width, height);
            height = width;
        }
        this.widthMm = width;
        this.heightMm = height;
        double backCentre = (slice.backFrom() + slice.backTo()) / 2;
        double downCentre = (slice.downFrom() + slice.downTo()) / 2;
        this.backFrom = backCentre - width / backMm / 2;
        this.backTo = backCentre + width / backMm / 2;
        this.downFrom = downCentre - height / downMm / 2;
        this.downTo = downCentre + height / downMm / 2;
    }

    public static CropPlan of(Mask mask, CropSettings settings) {
        return new CropPlan(mask, settings);
    }

    /// The slices of the channels, from the patient's right to the left; the image's last slice where one would lie beyond.
    private int[] slices() {
        if (settings.neighbourMm() == 0) {
            return new int[] {slice.index()};
        }
        int axis = frame.left().index();
        int last = mask.grid().size().along(axis) - 1;
        int step = (int) Math.max(1, Math.round(settings.neighbourMm() / mask.grid().spacing().along(axis)));
        int towardsLeft = frame.left().sign() * step;
        return new int[] {
            Math.clamp(slice.index() - towardsLeft, 0, last),
            slice.index(),
            Math.clamp(slice.index() + towardsLeft, 0, last)
        };
    }

    /// The voxels that [#sample] needs.
    public Box box() {
        int[] min = new int[3];
        int[] max = new int[3];
        min[frame.left().index()] = IntStream.of(slices).min().orElseThrow();
        max[frame.left().index()] = IntStream.of(slices).max().orElseThrow();
        needed(frame.back(), backFrom, backTo, min, max);
        needed(frame.down(), downFrom, downTo, min, max);
        return new Box(min[0], min[1], min[2], max[0], max[1], max[2]);
    }

    /// The voxels that values between two edges are interpolated from.
    private void needed(SagittalFrame.Axis axis, double from, double to, int[] min, int[] max) {
        double low = Math.min(axis.oriented(from), axis.oriented(to));
        double high = Math.max(axis.oriented(from), axis.oriented(to));
        span(axis, (long) Math.floor(low), (long) Math.ceil(high), min, max);
    }

    private void span(SagittalFrame.Axis axis, long from, long to, int[] min, int[] max) {
        int last = mask.grid().size().along(axis.index()) - 1;
        min[axis.index()] = Math.clamp(from, 0, last);
        max[axis.index()] = Math.clamp(to, 0, last);
    }

    /// Takes the pixels from the image.
    ///
    /// @param image on the mask's grid; holds at least [#box]
    /// @param where the case, for refusals
    /// @throws InputException GEO-001 if the grids differ, CRP-001 if all pixels are equal, CRP-002 if a voxel is no
    ///     number
    public Crop sample(Volume image, String where) {
        requireSameSpace(image.grid(), where);
        int n = settings.sizePixels();
        double[] hu = new double[slices.length * n * n];
        int at = 0;
        for (int s : slices) {
            for (int row = 0; row < n; row++) {
                double down = frame.down().oriented(downFrom + (row + 0.5) / n * (downTo - downFrom));
                for (int column = 0; column < n; column++) {
                    double back = frame.back().oriented(backFrom + (column + 0.5) / n * (backTo - backFrom));
                    hu[at++] = settings.blankOutside() && !inside(s, back, down)
                            ? settings.windowLowHu()
                            : interpolate(image, s, back, down);
                }
            }
        }
        return Crop.standardised(hu, settings, widthMm, heightMm, slice.index(), where);
    }

    /// The other way: a map of the crop's pixels on the voxels of the image, in the slice that the crop was taken from (of three, the middle
    /// one). A voxel whose centre lies in the crop's box has the value at that place, linearly between the four pixel centres around it, at the
    /// edge the nearest pixel's. Voxels of the slice outside the box are not held.
    ///
    /// @param map N × N values, row by row
    /// @return on the mask's grid; held are the voxels in the box
    public Volume onImage(float[] map) {
        int n = settings.sizePixels();
        if (map.length != n * n) {
            throw new IllegalArgumentException(map.length + " values are no map of " + n + " × " + n + " pixels");
        }
        int[] min = new int[3];
        int[] max = new int[3];
        min[frame.left().index()] = slice.index();
        max[frame.left().index()] = slice.index();
        within(frame.back(), backFrom, backTo, min, max);
        within(frame.down(), downFrom, downTo, min, max);
        Box held = new Box(min[0], min[1], min[2], max[0], max[1], max[2]);
        float[] values = new float[(int) held.size().voxels()];
        int at = 0;
        for (int k = min[2]; k <= max[2]; k++) {
            for (int j = min[1]; j <= max[1]; j++) {
                for (int i = min[0]; i <= max[0]; i++) {
                    int[] voxel = {i, j, k};
                    double column = (frame.back().oriented(voxel[frame.back().index()]) - backFrom) / (backTo - backFrom) * n - 0.5;
                    double row = (frame.down().oriented(voxel[frame.down().index()]) - downFrom) / (downTo - downFrom) * n - 0.5;
                    values[at++] = (float) between(map, n, Math.clamp(row, 0, n - 1), Math.clamp(column, 0, n - 1));
                }
            }
        }
        return new Volume(mask.grid(), held, VoxelType.FLOAT32, new Volume.Voxels.OfFloat(values));
    }

    /// The voxels whose centres lie from one edge to the other; the region's own do, so there is one.
    private void within(SagittalFrame.Axis axis, double from, double to, int[] min, int[] max) {
        double low = Math.min(axis.oriented(from), axis.oriented(to));
        double high = Math.max(axis.oriented(from), axis.oriented(to));
        span(axis, (long) Math.ceil(low), (long) Math.floor(high), min, max);
    }

    private static double between(float[] map, int n, double row, double column) {
        int r = (int) Math.min(n - 2, row);
        int c = (int) Math.min(n - 2, column);
        double down = row - r;
        double back = column - c;
        double upper = (1 - back) * map[r * n + c] + back * map[r * n + c + 1];
        double lower = (1 - back) * map[(r + 1) * n + c] + back * map[(r + 1) * n + c + 1];
        return (1 - down) * upper + down * lower;
    }

    private boolean inside(int s, double back, double down) {
        int b = (int) Math.round(back);
        int d = (int) Math.round(down);
        int[] voxel = voxel(s, b, d);
        return mask.at(voxel[0], voxel[1], voxel[2]);
    }

    private double interpolate(Volume image, int s, double back, double down) {
        int b = (int) Math.floor(back);
        int d = (int) Math.floor(down);
        double towardsBack = back - b;
        double towardsDown = down - d;
        double upper = (1 - towardsBack) * value(image, s, b, d) + towardsBack * value(image, s, b + 1, d);
        double lower = (1 - towardsBack) * value(image, s, b, d + 1) + towardsBack * value(image, s, b + 1, d + 1);
        return (1 - towardsDown) * upper + towardsDown * lower;
    }

    private double value(Volume image, int s, int b, int d) {
        int lastBack = image.grid().size().along(frame.back().index()) - 1;
        int lastDown = image.grid().size().along(frame.down().index()) - 1;
        int[] voxel = voxel(s, Math.clamp(b, 0, lastBack), Math.clamp(d, 0, lastDown));
        double value = image.at(voxel[0], voxel[1], voxel[2]);
        return Math.max(settings.windowLowHu(), Math.min(settings.windowHighHu(), value)); // NaN stays NaN
    }

    private int[] voxel(int s, int b, int d) {
        int[] voxel = new int[3];
        voxel[frame.left().index()] = s;
        voxel[frame.back().index()] = b;
        voxel[frame.down().index()] = d;
        return voxel;
    }

    private void requireSameSpace(Grid image, String where) {
        GridComparison comparison = GridComparison.of(image, mask.grid());
        if (!comparison.sameSpace()) {
            throw new InputException(comparison.problem(where));
        }
    }
}
