package org.trabecula.extraction.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Mat3;
import org.trabecula.image.PointMm;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;

/// A block of bone with a bright spot beside it: to the left, to the back and to the head of its middle.
class ThreePlanesTest {
    private static final int PIXELS = 100;

    /// Voxels of 1 × 2 × 4 mm; the block is 20 × 20 × 20 mm, so that 40 mm are seen, 0.4 mm a pixel.
    private static final Grid LPS = Grid.axisAligned(new Size(60, 30, 15), new Spacing(1, 2, 4));

    /// The same space, stored from left to right, back to front and head to feet, the axes in another order.
    private static final Grid OTHER = new Grid(
            new Size(15, 60, 30), new Spacing(4, 1, 2), LPS.toWorld(59, 29, 14), new Mat3(0, -1, 0, 0, 0, -1, -1, 0, 0));

    @Test
    void theSameBodyGivesTheSamePicturesHoweverItIsStored() {
        Mask mask = mask(LPS);
        Mask stored = mask(OTHER);
        assertThat(pixels(ThreePlanes.of(stored).sagittal(image(OTHER), PIXELS)))
                .isEqualTo(pixels(ThreePlanes.of(mask).sagittal(image(LPS), PIXELS)));
        assertThat(pixels(ThreePlanes.of(stored).coronal(image(OTHER), PIXELS)))
                .isEqualTo(pixels(ThreePlanes.of(mask).coronal(image(LPS), PIXELS)));
        assertThat(pixels(ThreePlanes.of(stored).axial(image(OTHER), PIXELS)))
                .isEqualTo(pixels(ThreePlanes.of(mask).axial(image(LPS), PIXELS)));
    }

    @Test
    void leftIsToTheRightBackToTheRightOrBelowHeadAbove() {
        ThreePlanes planes = ThreePlanes.of(mask(LPS));
        // the spot reaches 2 to 8 mm from the middle: pixels 5 to 20 to one side of it
        assertThat(brightest(planes.sagittal(image(LPS), PIXELS))).as("to the back and the head").containsExactly(1, -1);
        assertThat(brightest(planes.coronal(image(LPS), PIXELS))).as("to the left and the head").containsExactly(1, -1);
        assertThat(brightest(planes.axial(image(LPS), PIXELS))).as("to the left and the back").containsExactly(1, 1);
    }

    @Test
    void theOutlineHasTheBlocksSizeInEveryPlane() {
        ThreePlanes planes = ThreePlanes.of(mask(LPS));
        assertThat(planes.fieldMm()).isCloseTo(40, within(1e-12));
        for (BufferedImage picture : new BufferedImage[] {
            planes.sagittal(image(LPS), PIXELS), planes.coronal(image(LPS), PIXELS), planes.axial(image(LPS), PIXELS)
        }) {
            int[] reach = {PIXELS, -1, PIXELS, -1};
            for (int row = 0; row < PIXELS; row++) {
                for (int column = 0; column < PIXELS; column++) {
                    if (picture.getRaster().getSample(column, row, 0) == Ink.OUTLINE) {
                        reach = new int[] {
                            Math.min(reach[0], column), Math.max(reach[1], column), Math.min(reach[2], row), Math.max(reach[3], row)
                        };
                    }
                }
            }
            assertThat(reach).as("20 mm are the middle 50 pixels").containsExactly(25, 74, 25, 74);
        }
    }

    @Test
    void onlyTheVoxelsAroundTheMaskAreAskedFor() {
        ThreePlanes planes = ThreePlanes.of(mask(LPS));
        Box box = planes.box();
        Volume whole = image(LPS);
        Volume part = new Volume(LPS, box, whole.type(), new Volume.Voxels.OfDouble(whole.toDoubles(box)));
        assertThat(box.size().voxels()).isLessThan(LPS.size().voxels());
        assertThat(pixels(planes.axial(part, PIXELS))).isEqualTo(pixels(planes.axial(whole, PIXELS)));
    }

    /// In mm of the world, from the middle of the block at (29.5, 29, 28).
    private static boolean nearMiddle(Grid grid, int i, int j, int k, double from, double to) {
        PointMm at = grid.toWorld(i, j, k);
        return at.x() - 29.5 > from && at.x() - 29.5 < to && at.y() - 29 > from && at.y() - 29 < to && at.z() - 28 > from && at.z() - 28 < to;
    }

    private static Mask mask(Grid grid) {
        boolean[] inside = new boolean[(int) grid.size().voxels()];
        each(grid, (at, i, j, k) -> inside[at] = nearMiddle(grid, i, j, k, -10, 10));
        return Mask.of(grid, grid.wholeBox(), inside);
    }

    private static Volume image(Grid grid) {
        double[] hu = new double[(int) grid.size().voxels()];
        each(grid, (at, i, j, k) -> {
            PointMm p = grid.toWorld(i, j, k);
            boolean x = p.x() - 29.5 > 1 && p.x() - 29.5 < 9;
            boolean y = p.y() - 29 > 1 && p.y() - 29 < 9;
            boolean z = p.z() - 28 > 1 && p.z() - 28 < 9;
            // a spot in each pair of directions, deep enough that every plane through the middle cuts the two others' spots
            hu[at] = x && y || y && z || x && z ? 1200 : 100;
        });
        return Volume.ofDoubles(grid, hu);
    }

    private interface Visit {
        void voxel(int at, int i, int j, int k);
    }

    private static void each(Grid grid, Visit visit) {
        int at = 0;
        for (int k = 0; k < grid.size().k(); k++) {
            for (int j = 0; j < grid.size().j(); j++) {
                for (int i = 0; i < grid.size().i(); i++) {
                    visit.voxel(at++, i, j, k);
                }
            }
        }
    }

    /// On which side of the middle the centre of the bright pixels lies: right and below are 1.
    private static int[] brightest(BufferedImage picture) {
        double right = 0;
        double below = 0;
        for (int row = 30; row < 70; row++) { // inside the outline, clear of letters and bar
            for (int column = 30; column < 70; column++) {
                int level = picture.getRaster().getSample(column, row, 0);
                if (level < Ink.GREYS && level > Ink.grey(0.7)) {
                    right += column + 0.5 - PIXELS / 2.0;
                    below += row + 0.5 - PIXELS / 2.0;
                }
            }
        }
        return new int[] {(int) Math.signum(right), (int) Math.signum(below)};
    }

    private static int[] pixels(BufferedImage picture) {
        return picture.getRaster().getPixels(0, 0, picture.getWidth(), picture.getHeight(), (int[]) null);
    }
}
