package org.trabecula.extraction.check;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.trabecula.extraction.check.RegionFacts.Contact;
import org.trabecula.extraction.check.RegionFacts.Cut;
import org.trabecula.extraction.check.RegionFacts.Grey;
import org.trabecula.extraction.check.RegionFacts.OddSlices;
import org.trabecula.extraction.region.CaseImages;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.MaskPieces;
import org.trabecula.image.Orientation;
import org.trabecula.image.PointMm;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;

/// Counts and lengths of one region on its image; of the image only the region's neighbourhood is read.
final class RegionMeasure {
    /// Cortical bone ends at about 2000 HU, bone cement at about 2500; titanium and steel begin at 3000, and 12-bit scans end at 3071.
    static final double METAL_HU = 3000;
    /// Below is air, or a voxel that is half air: fat has −100 HU.
    static final double AIR_HU = -300;
    /// How far around the region metal is looked for: its streaks reach that far and further.
    static final double AROUND_MM = 10;
    private static final double LONG_COLUMN = 0.75;

    private final Mask mask;
    private final Grid grid;
    private final Orientation axes;

    private RegionMeasure(Mask mask) {
        this.mask = mask;
        this.grid = mask.grid();
        this.axes = Orientation.of(grid.direction());
    }

    /// @param images with the mask on the image's voxels
    /// @param others regions of the same image, on its voxels; absent: itself, or one that cannot be opened
    static RegionFacts of(CaseImages images, List<Optional<Mask>> others) throws IOException {
        return of(images, others, true);
    }

    /// A region by itself, whose grey values are compared with nobody's: without their print.
    static RegionFacts ofOne(CaseImages images) throws IOException {
        return of(images, List.of(), false);
    }

    private static RegionFacts of(CaseImages images, List<Optional<Mask>> others, boolean printed) throws IOException {
        RegionMeasure measure = new RegionMeasure(images.mask());
        Spacing spacing = measure.grid.spacing();
        Box around = measure.around();
        Volume neighbourhood = images.image().read(around);
        double[] values = neighbourhood.toDoubles(around);
        Mask mask = images.mask();
        return new RegionFacts(
                images.image().acquisition(), spacing, spacing.along(measure.axes.axialAxis()), measure.centre(), mask.voxelCount(), mask.volumeMm3(),
                measure.lengthMm(measure.axes.coronalAxis()), measure.heightMm(), measure.cut(), measure.grey(values, around),
                printed ? measure.greyPrint(values, around) : "",
                measure.slices(neighbourhood, around), MaskPieces.sizes(mask), others.stream().map(other -> other.map(measure::contact).orElse(Contact.NONE)).toList());
    }

    private Box around() {
        Spacing spacing = grid.spacing();
        return mask.box().grown(
                (int) Math.ceil(AROUND_MM / spacing.iMm()), (int) Math.ceil(AROUND_MM / spacing.jMm()),
                (int) Math.ceil(AROUND_MM / spacing.kMm()), grid.wholeBox());
    }

    private interface Voxel {
        void at(int i, int j, int k);
    }

    /// Every voxel of the region.
    private void each(Voxel visitor) {
        each(mask.box(), visitor);
    }

    private void each(Box box, Voxel visitor) {
        boolean[] region = mask.toFlags(box);
        int at = 0;
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            for (int j = box.jMin(); j <= box.jMax(); j++) {
                for (int i = box.iMin(); i <= box.iMax(); i++, at++) {
                    if (region[at]) {
                        visitor.at(i, j, k);
                    }
                }
            }
        }
    }

    private PointMm centre() {
        double[] sum = new double[3];
        each((i, j, k) -> {
            sum[0] += i;
            sum[1] += j;
            sum[2] += k;
        });
        int n = mask.voxelCount();
        return grid.toWorld(sum[0] / n, sum[1] / n, sum[2] / n);
    }

    private double lengthMm(int axis) {
        return (mask.box().max(axis) - mask.box().min(axis) + 1) * grid.spacing().along(axis);
    }

    /// The columns of a body's rim and of an arch are short, those of its middle and its posterior wall long.
    private double heightMm() {
        int along = axes.axialAxis();
        int first = (along + 1) % 3;
        int second = (along + 2) % 3;
        Box box = mask.box();
        int width = box.max(first) - box.min(first) + 1;
        int[] columns = new int[width * (box.max(second) - box.min(second) + 1)];
        each((i, j, k) -> {
            int[] index = {i, j, k};
            columns[(index[second] - box.min(second)) * width + index[first] - box.min(first)]++;
        });
        int[] lengths = Arrays.stream(columns).filter(length -> length > 0).sorted().toArray();
        return lengths[(int) (LONG_COLUMN * (lengths.length - 1))] * grid.spacing().along(along);
    }

    private Cut cut() {
        if (isWithin()) {
            return new Cut(0, 0, 0, 0, 0, 0);
        }
        int[] low = new int[3];
        int[] high = new int[3];
        int[] last = {grid.size().i() - 1, grid.size().j() - 1, grid.size().k() - 1};
        each((i, j, k) -> {
            int[] index = {i, j, k};
            for (int axis = 0; axis < 3; axis++) {
                if (last[axis] > 0 && index[axis] == 0) {
                    low[axis]++;
                } else if (last[axis] > 0 && index[axis] == last[axis]) {
                    high[axis]++;
                }
            }
        });
        int axial = axes.axialAxis();
        int sagittal = axes.sagittalAxis();
        int coronal = axes.coronalAxis();
        return new Cut(
                axes.towardsHead() ? high[axial] : low[axial], axes.towardsHead() ? low[axial] : high[axial],
                axes.towardsLeft() ? high[sagittal] : low[sagittal], axes.towardsLeft() ? low[sagittal] : high[sagittal],
                axes.towardsPosterior() ? low[coronal] : high[coronal], axes.towardsPosterior() ? high[coronal] : low[coronal]);
    }

    /// Whether no voxel lies on an end of an axis that has two.
    private boolean isWithin() {
        for (int axis = 0; axis < 3; axis++) {
            int last = grid.size().along(axis) - 1;
            if (last > 0 && (mask.box().min(axis) == 0 || mask.box().max(axis) == last)) {
                return false;
            }
        }
        return true;
    }

    /// @param image values of `around`, i fastest
    private Grey grey(double[] image, Box around) {
        boolean[] region = mask.toFlags(around);
        double sum = 0;
        double highest = Double.NEGATIVE_INFINITY;
        int air = 0;
        int metal = 0;
        int beside = 0;
        for (int at = 0; at < image.length; at++) {
            double hu = image[at];
            highest = Math.max(highest, hu);
            if (region[at]) {
                sum += hu;
                air += hu < AIR_HU ? 1 : 0;
                metal += hu >= METAL_HU ? 1 : 0;
            } else if (hu >= METAL_HU) {
                beside++;
            }
        }
        return new Grey(sum / mask.voxelCount(), highest, air, metal, beside);
    }

    private String greyPrint(double[] image, Box around) {
        boolean[] region = mask.toFlags(around);
        int[] hu = new int[mask.voxelCount()];
        int next = 0;
        for (int at = 0; at < region.length; at++) {
            if (region[at]) {
                hu[next++] = (int) Math.round(image[at]);
            }
        }
        return GreyPrint.of(hu);
    }

    /// Where a converter filled a gap, with nothing or with the slice before. An image that is flat all around has no slices to tell.
    private OddSlices slices(Volume image, Box around) {
        int axis = axes.axialAxis();
        int first = mask.box().min(axis);
        int last = mask.box().max(axis);
        int empty = 0;
        int repeated = 0;
        double[] before = {};
        for (int at = first; at <= last; at++) {
            double[] slice = image.toDoubles(slice(around, axis, at));
            boolean flat = isFlat(slice);
            empty += flat ? 1 : 0;
            repeated += !flat && Arrays.equals(slice, before) ? 1 : 0;
            before = slice;
        }
        int looked = last - first + 1;
        return empty == looked ? new OddSlices(looked, 0, 0) : new OddSlices(looked, empty, repeated);
    }

    private static Box slice(Box box, int axis, int at) {
        return new Box(
                axis == 0 ? at : box.iMin(), axis == 1 ? at : box.jMin(), axis == 2 ? at : box.kMin(),
                axis == 0 ? at : box.iMax(), axis == 1 ? at : box.jMax(), axis == 2 ? at : box.kMax());
    }

    private static boolean isFlat(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }

    /// Voxels in both, and the area of the faces, towards head and foot, in which one lies on the other.
    private Contact contact(Mask other) {
        int axis = axes.axialAxis();
        int[] step = {axis == 0 ? 1 : 0, axis == 1 ? 1 : 0, axis == 2 ? 1 : 0};
        int[] counts = new int[2];
        Optional<Box> near = mask.box().overlap(other.box().grown(step[0], step[1], step[2], grid.wholeBox()));
        near.ifPresent(box -> each(box, (i, j, k) -> {
            if (other.at(i, j, k)) {
                counts[0]++;
            } else {
                counts[1] += other.at(i + step[0], j + step[1], k + step[2]) ? 1 : 0;
                counts[1] += other.at(i - step[0], j - step[1], k - step[2]) ? 1 : 0;
            }
        }));
        double face = grid.spacing().voxelVolumeMm3() / grid.spacing().along(axis);
        return new Contact(counts[0], counts[1] * face);
    }
}
