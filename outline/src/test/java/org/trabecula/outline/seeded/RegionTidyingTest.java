package org.trabecula.outline.seeded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.outline.Bodies;

class RegionTidyingTest {
    private static final Size SIZE = new Size(30, 20, 12);
    private static final Spacing SPACING = new Spacing(0.5, 1, 1);
    private static final Grid GRID = Grid.axisAligned(SIZE, SPACING);

    @Test
    void theLargestPieceIsKept() {
        boolean[] both = flags((x, y, z) -> x < 3 && y < 4 && z < 4 || x > 6 && y > 8 && z > 2);
        boolean[] large = flags((x, y, z) -> x > 6 && y > 8 && z > 2);
        assertThat(RegionTidying.largestPiece(both, SIZE)).isEqualTo(large);
        assertThat(RegionTidying.largestPiece(new boolean[both.length], SIZE)).doesNotContain(true);
    }

    @Test
    void piecesThatTouchAtACornerOnlyAreTwo() {
        boolean[] corner = flags((x, y, z) -> x < 5 && y < 5 && z < 5 || x >= 5 && y >= 5 && z >= 5);
        boolean[] upper = flags((x, y, z) -> x >= 5 && y >= 5 && z >= 5);
        assertThat(RegionTidying.largestPiece(corner, SIZE)).isEqualTo(upper);
    }

    @Test
    void holesAreFilledAndBaysAreNot() {
        boolean[] holed = flags((x, y, z) -> block(x, y, z) && !(x == 5 && y == 8 && z == 5) && !(x >= 9 && y == 10));
        boolean[] filled = flags((x, y, z) -> block(x, y, z) && !(x >= 9 && y == 10));
        assertThat(RegionTidying.holesFilled(holed, SIZE)).isEqualTo(filled);
    }

    @Test
    void aThinBridgeIsCutAndAThickBodyStays() {
        boolean[] bridged = flags((x, y, z) -> slab(x) || x > 4 && x < 10 && y == 10 && z == 6);
        boolean[] opened = RegionTidying.opened(bridged, SIZE, SPACING, 1.2);
        Mask slabs = Bodies.mask(GRID, (x, y, z) -> slab(x));
        Mask found = Mask.of(GRID, GRID.wholeBox(), opened);
        for (int k = 0; k < 12; k++) {
            for (int j = 0; j < 20; j++) {
                for (int i = 0; i < 30; i++) {
                    boolean root = i == 9 || i == 19; // a ball reaches as far as one voxel into the bridge's ends
                    if (!(root && j == 10 && k == 6)) {
                        assertThat(found.at(i, j, k)).isEqualTo(slabs.at(i, j, k));
                    }
                }
            }
        }
    }

    @Test
    void aThinCleftIsFilled() {
        boolean[] cleft = flags((x, y, z) -> x != 7);
        assertThat(RegionTidying.closed(cleft, SIZE, SPACING, 1.2)).doesNotContain(false);
        boolean[] wide = flags((x, y, z) -> x < 4 || x > 10);
        assertThat(RegionTidying.closed(wide, SIZE, SPACING, 1.2)).isEqualTo(wide);
    }

    private static boolean slab(double x) {
        return x <= 4 || x >= 10;
    }

    private static boolean block(double x, double y, double z) {
        return x >= 2 && x <= 11 && y >= 3 && y <= 16 && z >= 2 && z <= 9;
    }

    private static boolean[] flags(Bodies.Inside inside) {
        Mask mask = Bodies.mask(GRID, inside);
        return mask.toFlags(GRID.wholeBox());
    }
}
