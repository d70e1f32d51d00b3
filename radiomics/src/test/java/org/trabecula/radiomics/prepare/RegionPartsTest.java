package org.trabecula.radiomics.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;

class RegionPartsTest {
    private static int parts(int i, int j, int k, String voxels) {
        Grid grid = Grid.axisAligned(new Size(i, j, k), Spacing.isotropic(1));
        String bits = voxels.replace(" ", "");
        boolean[] inside = new boolean[bits.length()];
        for (int n = 0; n < inside.length; n++) {
            inside[n] = bits.charAt(n) == '1';
        }
        return RegionParts.count(Mask.of(grid, grid.wholeBox(), inside));
    }

    @Test
    void cornersJoinVoxels() {
        assertThat(parts(2, 2, 2, "10 00  00 01")).isEqualTo(1);
        assertThat(parts(3, 2, 1, "100 010")).isEqualTo(1);
    }

    @Test
    void gapsSeparateThem() {
        assertThat(parts(3, 1, 1, "101")).isEqualTo(2);
        assertThat(parts(3, 3, 1, "101 000 101")).isEqualTo(4);
    }

    @Test
    void aRingIsOnePart() {
        assertThat(parts(5, 3, 1, "11111 10001 11111")).isEqualTo(1);
        assertThat(parts(5, 4, 1, "10101 10101 10101 11111")).isEqualTo(1);
    }
}
