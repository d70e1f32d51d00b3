package org.trabecula.extraction.picture;

import java.awt.image.BufferedImage;
import org.trabecula.deep.crop.PixelFont;
import org.trabecula.extraction.picture.PatientAxes.Axis;
import org.trabecula.image.Box;
import org.trabecula.image.Mask;
import org.trabecula.image.Volume;

/// The CT in three planes through a region's centre, with the region's outline on it. Made from the mask alone, it says which voxels
/// to read, then draws them.
///
/// The planes cut the region's voxel nearest to its centre of mass, which in a whole vertebra may lie in the canal. All three show the
/// same square of millimetres around the middle of the region's bounding box, 10 mm wider than its longest side at each end, so that
/// spacings of any ratio keep the body's proportions. Within a plane values are linear between voxel centres; across it they are the
/// nearest slice's. Outside the image it is black. The outline runs along the inner side of the region's border, at the voxels as they were drawn.
final class ThreePlanes {
    /// Bone window: width 1500, level 500.
    static final double WINDOW_LOW_HU = -250;

    static final double WINDOW_WIDTH_HU = 1500;
    private static final double MARGIN_MM = 10;
    private static final double BAR_MM = 20;

    private final Mask mask;
    private final PatientAxes axes;
    private final int[] centre;
    private final double[] middle;
    private final double fieldMm;

    private ThreePlanes(Mask mask) {
        this.mask = mask;
        this.axes = PatientAxes.of(mask.grid());
        Box box = mask.box();
        double longest = 0;
        middle = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            middle[axis] = (box.min(axis) + box.max(axis)) / 2.0;
            longest = Math.max(longest, (box.max(axis) - box.min(axis) + 1) * mask.grid().spacing().along(axis));
        }
        fieldMm = longest + 2 * MARGIN_MM;
        centre = centre(mask);
    }

    static ThreePlanes of(Mask mask) {
        return new ThreePlanes(mask);
    }

    /// What each picture shows, along both of its sides.
    double fieldMm() {
        return fieldMm;
    }

    /// The voxel of the region that is nearest to its centre of mass, in mm; of equal ones the first in memory.
    private static int[] centre(Mask mask) {
        Box box = mask.box();
        double[] sum = new double[3];
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            for (int j = box.jMin(); j <= box.jMax(); j++) {
                for (int i = box.iMin(); i <= box.iMax(); i++) {
                    if (mask.at(i, j, k)) {
                        sum[0] += i;
                        sum[1] += j;
                        sum[2] += k;
                    }
                }
            }
        }
        int[] nearest = new int[3];
        double least = Double.POSITIVE_INFINITY;
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            for (int j = box.jMin(); j <= box.jMax(); j++) {
                for (int i = box.iMin(); i <= box.iMax(); i++) {
                    double a = (i - sum[0] / mask.voxelCount()) * mask.grid().spacing().iMm();
                    double b = (j - sum[1] / mask.voxelCount()) * mask.grid().spacing().jMm();
                    double c = (k - sum[2] / mask.voxelCount()) * mask.grid().spacing().kMm();
                    double distance = a * a + b * b + c * c;
                    if (distance < least && mask.at(i, j, k)) {
                        least = distance;
                        nearest = new int[] {i, j, k};
                    }
                }
            }
        }
        return nearest;
    }

    /// The voxels that the pictures need.
    Box box() {
        int[] min = new int[3];
        int[] max = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            double reach = fieldMm / 2 / mask.grid().spacing().along(axis);
            int last = mask.grid().size().along(axis) - 1;
            min[axis] = Math.clamp((long) Math.floor(middle[axis] - reach), 0, last);
            max[axis] = Math.clamp((long) Math.ceil(middle[axis] + reach), 0, last);
        }
        return new Box(min[0], min[1], min[2], max[0], max[1], max[2]);
    }

    /// One of the three planes.
    ///
    /// @param across grows to the right
    /// @param up     grows to the top
    record View(Axis across, String left, String right, Axis up) {}

    /// From the patient's left, the front to the left.
    View sagittal() {
        return new View(axes.back(), "A", "P", axes.up());
    }

    /// From the front, the patient's right to the left.
    View coronal() {
        return new View(axes.left(), "R", "L", axes.up());
    }

    /// From the feet, the patient's right to the left, the front above.
    View axial() {
        return new View(axes.left(), "R", "L", flipped(axes.back()));
    }

    BufferedImage sagittal(Volume image, int pixels) {
        return plane(image, sagittal(), pixels);
    }

    BufferedImage coronal(Volume image, int pixels) {
        return plane(image, coronal(), pixels);
    }

    BufferedImage axial(Volume image, int pixels) {
        return plane(image, axial(), pixels);
    }

    /// Where the centre of a picture's pixel lies, as an index of the mask's grid.
    double[] index(View view, int row, int column, int pixels) {
        double[] at = {centre[0], centre[1], centre[2]};
        at[view.up().index()] = middle[view.up().index()] + view.up().voxels(fieldMm * (0.5 - (row + 0.5) / pixels));
        at[view.across().index()] = middle[view.across().index()] + view.across().voxels(fieldMm * ((column + 0.5) / pixels - 0.5));
        return at;
    }

    /// Towards the front is up in an axial picture.
    private static Axis flipped(Axis axis) {
        return new Axis(axis.index(), -axis.sign(), axis.spacingMm());
    }

    BufferedImage plane(Volume image, View view, int pixels) {
        BufferedImage picture = Ink.picture(pixels, pixels);
        boolean[] inside = new boolean[pixels * pixels];
        for (int row = 0; row < pixels; row++) {
            for (int column = 0; column < pixels; column++) {
                double[] at = index(view, row, column, pixels);
                inside[row * pixels + column] = mask.at(nearest(at[0]), nearest(at[1]), nearest(at[2]));
                double hu = value(image, at, view.across().index(), view.up().index());
                picture.getRaster().setSample(column, row, 0, Ink.grey((hu - WINDOW_LOW_HU) / WINDOW_WIDTH_HU));
            }
        }
        outline(picture, inside, pixels);
        int middleRow = (pixels - 2 * PixelFont.HEIGHT) / 2;
        letters(picture, view.left(), 4, middleRow);
        letters(picture, view.right(), pixels - 4 - PixelFont.width(view.right()) * 2, middleRow);
        bar(picture, pixels);
        return picture;
    }

    static int nearest(double index) {
        return (int) Math.floor(index + 0.5);
    }

    /// Linear in the plane of two axes; the window's lower limit outside the image and where a voxel is no number.
    private double value(Volume image, double[] at, int first, int second) {
        int lastFirst = image.grid().size().along(first) - 1;
        int lastSecond = image.grid().size().along(second) - 1;
        if (at[first] < -0.5 || at[first] > lastFirst + 0.5 || at[second] < -0.5 || at[second] > lastSecond + 0.5) {
            return WINDOW_LOW_HU;
        }
        double a = Math.clamp(at[first], 0, lastFirst);
        double b = Math.clamp(at[second], 0, lastSecond);
        int a0 = (int) a;
        int b0 = (int) b;
        int[] voxel = centre.clone();
        double sum = 0;
        for (int corner = 0; corner < 4; corner++) {
            int da = corner & 1;
            int db = corner >> 1;
            voxel[first] = Math.min(a0 + da, lastFirst);
            voxel[second] = Math.min(b0 + db, lastSecond);
            double hu = image.at(voxel[0], voxel[1], voxel[2]);
            double weight = (da == 1 ? a - a0 : 1 - (a - a0)) * (db == 1 ? b - b0 : 1 - (b - b0));
            sum += weight * Math.clamp(Double.isNaN(hu) ? WINDOW_LOW_HU : hu, WINDOW_LOW_HU, WINDOW_LOW_HU + WINDOW_WIDTH_HU);
        }
        return sum;
    }

    private static void outline(BufferedImage picture, boolean[] inside, int pixels) {
        for (int row = 0; row < pixels; row++) {
            for (int column = 0; column < pixels; column++) {
                if (inside[row * pixels + column] && bordering(inside, row, column, pixels)) {
                    picture.getRaster().setSample(column, row, 0, Ink.OUTLINE);
                }
            }
        }
    }

    private static boolean bordering(boolean[] inside, int row, int column, int pixels) {
        return row == 0 || row == pixels - 1 || column == 0 || column == pixels - 1
                || !inside[(row - 1) * pixels + column] || !inside[(row + 1) * pixels + column]
                || !inside[row * pixels + column - 1] || !inside[row * pixels + column + 1];
    }

    /// A bar of 20 mm at the lower right.
    private void bar(BufferedImage picture, int pixels) {
        int length = (int) Math.round(BAR_MM / fieldMm * pixels);
        for (int column = pixels - 6 - length; column < pixels - 6; column++) {
            picture.getRaster().setSample(Math.max(0, column), pixels - 7, 0, Ink.LETTERS);
            picture.getRaster().setSample(Math.max(0, column), pixels - 6, 0, Ink.LETTERS);
        }
        String words = Math.round(BAR_MM) + " mm";
        letters(picture, words, pixels - 6 - length / 2 - PixelFont.width(words), pixels - 12 - 2 * PixelFont.HEIGHT);
    }

    private static void letters(BufferedImage picture, String words, int x, int y) {
        PixelFont.drawTwice(picture, words, x, y, Ink.LETTERS_RGB);
    }
}
