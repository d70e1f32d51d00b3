package org.trabecula.image.resample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;

/// Coefficients of a window are those of the whole volume, bit by bit, whatever lies outside the window.
class SplineWindowTest {
    @ParameterizedTest(name = "{0} × {1} × {2}, texture from {3} on")
    @CsvSource({
        "400, 6, 6, 0", "6, 400, 6, 0", "6, 6, 400, 0", // noise everywhere
        "400, 6, 6, 190", "6, 400, 6, 190", "6, 6, 400, 190", // constant before the window, noise 10 voxels before it is wanted
        "200, 40, 40, 0"
    })
    void givesTheCoefficientsOfTheWholeVolume(int i, int j, int k, int texture) {
        Size size = new Size(i, j, k);
        Volume volume = Volume.ofShorts(Grid.axisAligned(size, Spacing.isotropic(1)), noise(size, texture));
        Box wanted = new Box(i / 2, j / 2, k / 2, i / 2 + 2, j / 2 + 2, k / 2 + 2);
        SplineWindow whole = new SplineWindow(volume, volume.grid().wholeBox());
        SplineWindow window = new SplineWindow(volume, wanted);
        for (int nk = wanted.kMin(); nk <= wanted.kMax(); nk++) {
            for (int nj = wanted.jMin(); nj <= wanted.jMax(); nj++) {
                for (int ni = wanted.iMin(); ni <= wanted.iMax(); ni++) {
                    assertThat(window.coefficients()[window.row(nj, nk) + ni])
                            .isEqualTo(whole.coefficients()[whole.row(nj, nk) + ni]);
                }
            }
        }
    }

    /// CT-like values; −1000 where every index is below `texture`.
    private static short[] noise(Size size, int texture) {
        SplittableRandom random = new SplittableRandom(7);
        short[] voxels = new short[Math.toIntExact(size.voxels())];
        int at = 0;
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                for (int i = 0; i < size.i(); i++) {
                    boolean constant = Math.max(i, Math.max(j, k)) < texture;
                    voxels[at++] = (short) (constant ? -1000 : random.nextInt(-1000, 2000));
                }
            }
        }
        return voxels;
    }
}
