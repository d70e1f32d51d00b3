package org.trabecula.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MaskPiecesTest {
    @Test
    void voxelsThatTouchByACornerAreOnePiece() {
        Size size = new Size(4, 3, 3);
        boolean[] flags = new boolean[36];
        flags[0] = true; // (0, 0, 0)
        flags[1 + 4 + 12] = true; // (1, 1, 1)
        flags[3 + 24] = true; // (3, 0, 2): two away along i
        assertThat(MaskPieces.sizes(mask(size, flags))).containsExactly(2, 1);
    }

    @Test
    void randomRegionsHaveThePiecesThatFillingFromVoxelToVoxelFinds() {
        Random random = new Random(5);
        for (int n = 0; n < 300; n++) {
            Size size = new Size(1 + random.nextInt(9), 1 + random.nextInt(7), 1 + random.nextInt(6));
            boolean[] flags = new boolean[(int) size.voxels()];
            double share = 0.05 + 0.4 * random.nextDouble();
            for (int at = 0; at < flags.length; at++) {
                flags[at] = random.nextDouble() < share;
            }
            flags[random.nextInt(flags.length)] = true;
            Mask mask = mask(size, flags);
            assertThat(MaskPieces.sizes(mask)).isEqualTo(filled(mask));
        }
    }

    @Test
    void aRingIsOnePieceAndAGapMakesTwo() {
        assertThat(MaskPieces.sizes(drawn(5, 3, "11111 10001 11111"))).containsExactly(12);
        assertThat(MaskPieces.sizes(drawn(5, 4, "10101 10101 10101 11111"))).containsExactly(14);
        assertThat(MaskPieces.sizes(drawn(3, 1, "101"))).containsExactly(1, 1);
        assertThat(MaskPieces.sizes(drawn(3, 3, "101 000 101"))).containsExactly(1, 1, 1, 1);
    }

    private static Mask drawn(int i, int j, String rows) {
        String bits = rows.replace(" ", "");
        boolean[] inside = new boolean[bits.length()];
        for (int n = 0; n < inside.length; n++) {
            inside[n] = bits.charAt(n) == '1';
        }
        return mask(new Size(i, j, 1), inside);
    }

    private static Mask mask(Size size, boolean[] flags) {
        Grid grid = Grid.axisAligned(size, new Spacing(1, 1, 1));
        return Mask.of(grid, new Box(0, 0, 0, size.i() - 1, size.j() - 1, size.k() - 1), flags);
    }

    private static List<Integer> filled(Mask mask) {
        Size size = mask.box().size();
        boolean[] left = mask.toFlags();
        List<Integer> pieces = new ArrayList<>();
        for (int start = 0; start < left.length; start++) {
            int voxels = 0;
            ArrayDeque<Integer> edge = new ArrayDeque<>(List.of(start));
            while (!edge.isEmpty()) {
                int at = edge.poll();
                if (left[at]) {
                    left[at] = false;
                    voxels++;
                    int i = at % size.i();
                    int j = at / size.i() % size.j();
                    int k = at / size.i() / size.j();
                    for (int dk = Math.max(0, k - 1); dk <= Math.min(size.k() - 1, k + 1); dk++) {
                        for (int dj = Math.max(0, j - 1); dj <= Math.min(size.j() - 1, j + 1); dj++) {
                            for (int di = Math.max(0, i - 1); di <= Math.min(size.i() - 1, i + 1); di++) {
                                edge.add((dk * size.j() + dj) * size.i() + di);
                            }
                        }
                    }
                }
            }
            if (voxels > 0) {
                pieces.add(voxels);
            }
        }
        pieces.sort(Comparator.reverseOrder());
        return pieces;
    }
}
