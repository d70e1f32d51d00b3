package org.trabecula.deep.crop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Mat3;
import org.trabecula.image.PointMm;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;

class CropPlanTest {
    /// Sums of a few lengths below 100 mm in 64 bits: some 1e-14 mm.
    private static final double LENGTH_MM = 1e-9;
    /// The normalised value is stored in 32 bits, and one of its steps is some 1e-5 HU here; half a voxel is 2 HU.
    private static final double HU = 1e-3;

    /// A vertebra of 24 mm front to back (y −12 … 12), 17 mm head to feet (z −8 … 9), largest at x = 2 mm.
    private static final WorldPhantom.Region VERTEBRA = p -> Math.abs(p.y()) <= 12.1 - Math.abs(p.x() - 2) / 10
            && p.z() >= -8.1
            && p.z() <= 9.1
            && Math.abs(p.x() - 2) <= 6;

    /// Linear, so that linear interpolation is exact: brighter to the back, darker to the feet.
    private static final WorldPhantom.Tissue RAMP = p -> 400 + 10 * p.y() + 4 * p.z() + 0.5 * p.x();

    /// All 48 ways to store a volume: three axes in any order, each in either direction.
    static List<Grid> everyOrientation() {
        List<Grid> grids = new ArrayList<>();
        int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        int[] length = {41, 61, 51}; // 40 mm along x, 60 along y, 50 along z in 1 mm steps
        for (int[] order : orders) {
            for (int signs = 0; signs < 8; signs++) {
                double[][] columns = new double[3][3];
                double[] origin = new double[3];
                for (int axis = 0; axis < 3; axis++) {
                    int world = order[axis];
                    int sign = (signs >> axis & 1) == 0 ? 1 : -1;
                    columns[axis][world] = sign;
                    origin[world] = -sign * (length[world] - 1) / 2.0;
                }
                grids.add(new Grid(
                        new Size(length[order[0]], length[order[1]], length[order[2]]),
                        Spacing.isotropic(1),
                        new PointMm(origin[0], origin[1], origin[2]),
                        Mat3.ofColumns(columns[0], columns[1], columns[2])));
            }
        }
        return grids;
    }

    @ParameterizedTest
    @MethodSource("everyOrientation")
    void everyOrientationGivesTheSameCrop(Grid grid) {
        Crop crop = crop(grid, CropSettings.paper());
        // voxel centres y −12 … 12 and z −8 … 9: edges half a voxel further, then 2 mm
        assertThat(crop.widthMm()).isCloseTo(29, within(LENGTH_MM));
        assertThat(crop.heightMm()).isCloseTo(22, within(LENGTH_MM));
        for (int row : new int[] {0, 20, 63}) {
            for (int column : new int[] {0, 31, 63}) {
                double y = -14.5 + (column + 0.5) / 64 * 29;
                double z = 11.5 - (row + 0.5) / 64 * 22;
                assertThat(crop.hu(row, column)).isCloseTo(400 + 10 * y + 4 * z + 0.5 * 2, within(HU));
            }
        }
    }

    /// The crop's own HU, put back, are those of the image: linear both ways. Voxel centres y −14 … 14 and z −10 … 11 lie in the box, none
    /// nearer to its edge than half a pixel (0.23 mm).
    @ParameterizedTest
    @MethodSource("everyOrientation")
    void aMapOfTheCropLiesWhereTheCropWasTaken(Grid grid) {
        Crop crop = crop(grid, CropSettings.paper());
        float[] hu = new float[64 * 64];
        for (int n = 0; n < hu.length; n++) {
            hu[n] = (float) crop.hu(n / 64, n % 64);
        }
        Volume map = CropPlan.of(WorldPhantom.mask(grid, VERTEBRA), CropSettings.paper()).onImage(hu);
        assertThat(map.grid()).isEqualTo(grid);
        Box held = map.held();
        assertThat(held.size().voxels()).isEqualTo(29 * 22);
        for (int k = held.kMin(); k <= held.kMax(); k++) {
            for (int j = held.jMin(); j <= held.jMax(); j++) {
                for (int i = held.iMin(); i <= held.iMax(); i++) {
                    PointMm p = grid.toWorld(i, j, k);
                    assertThat(map.at(i, j, k)).isCloseTo(400 + 10 * p.y() + 4 * p.z() + 0.5 * p.x(), within(HU));
                    assertThat(p.x()).isEqualTo(2);
                }
            }
        }
    }

    @Test
    void headIsUpAndFrontIsLeft() {
        Crop crop = crop(everyOrientation().get(13), CropSettings.paper());
        assertThat(crop.hu(0, 32)).isGreaterThan(crop.hu(63, 32));
        assertThat(crop.hu(32, 63)).isGreaterThan(crop.hu(32, 0));
    }

    @Test
    void valuesAreStandardised() {
        float[] values = crop(everyOrientation().get(0), CropSettings.paper()).values();
        double sum = 0;
        double square = 0;
        for (float value : values) {
            sum += value;
            square += (double) value * value;
        }
        // each of the 4,096 values is rounded to 32 bits, up to 1e-7 at most, and the roundings hardly add up in the mean
        assertThat(sum / values.length).isCloseTo(0, within(1e-6));
        assertThat(square / values.length).isCloseTo(1, within(1e-6));
    }

    @Test
    void anisotropicVoxelsKeepMillimetres() {
        Grid grid = new Grid(
                new Size(21, 121, 18), new Spacing(2, 0.5, 3), new PointMm(-20, -30, -25), Mat3.IDENTITY);
        Crop crop = crop(grid, CropSettings.paper());
        assertThat(crop.widthMm()).isCloseTo(24 + 0.5 + 4, within(LENGTH_MM));
        double z = 8.0 + 1.5 + 2; // slices at z = −7, −4 … 8
        assertThat(crop.heightMm()).isCloseTo(15 + 3 + 4, within(LENGTH_MM));
        double y = -14.25 + 0.5 / 64 * 28.5;
        assertThat(crop.hu(0, 0)).isCloseTo(400 + 10 * y + 4 * (z - 0.5 / 64 * 22) + 1, within(HU));
    }

    @Test
    void anObliqueVolumeGivesItsNearestToSagittalSlice() {
        double a = Math.toRadians(25);
        Mat3 turned = Mat3.ofColumns(
                new double[] {Math.cos(a), Math.sin(a), 0}, new double[] {-Math.sin(a), Math.cos(a), 0}, new double[] {0, 0, -1});
        SagittalFrame frame = SagittalFrame.of(turned);
        assertThat(frame.left()).isEqualTo(new SagittalFrame.Axis(0, 1));
        assertThat(frame.back()).isEqualTo(new SagittalFrame.Axis(1, 1));
        assertThat(frame.down()).isEqualTo(new SagittalFrame.Axis(2, 1));
    }

    @Test
    void aSquareBoxKeepsProportions() {
        Crop crop = crop(everyOrientation().get(5), with(CropSettings.Shape.SQUARE, false, 0));
        assertThat(crop.widthMm()).isEqualTo(crop.heightMm()).isCloseTo(29, within(LENGTH_MM));
        double z = 0.5 + 14.5 - 0.5 / 64 * 29;
        assertThat(crop.hu(0, 0)).isCloseTo(400 + 10 * (-14.5 + 0.5 / 64 * 29) + 4 * z + 1, within(HU));
    }

    @Test
    void outsideIsBlankedOnRequest() {
        Crop crop = crop(everyOrientation().get(9), with(CropSettings.Shape.STRETCHED, true, 0));
        assertThat(crop.hu(0, 0)).isCloseTo(-250, within(HU));
        assertThat(crop.hu(32, 32)).isGreaterThan(300);
    }

    @ParameterizedTest
    @MethodSource("everyOrientation")
    void neighboursComeFromRightToLeft(Grid grid) {
        Crop crop = crop(grid, with(CropSettings.Shape.STRETCHED, false, 3));
        assertThat(crop.channels()).isEqualTo(3);
        assertThat(crop.values()).hasSize(3 * 64 * 64);
        float right = crop.values()[0];
        float middle = crop.values()[64 * 64];
        float left = crop.values()[2 * 64 * 64];
        assertThat(right).isLessThan(middle); // the ramp rises by 0.5 HU a millimetre to the patient's left
        assertThat(middle).isLessThan(left);
        // differences of values near 1 that are stored in 32 bits, 1e-7 apart
        assertThat(left - middle).isCloseTo(middle - right, within(1e-5f));
    }

    @Test
    void onlyTheBoxIsNeeded() {
        for (Grid grid : everyOrientation()) {
            for (CropSettings settings : List.of(CropSettings.paper(), with(CropSettings.Shape.SQUARE, false, 4))) {
                Mask mask = WorldPhantom.mask(grid, VERTEBRA);
                CropPlan plan = CropPlan.of(mask, settings);
                Volume whole = WorldPhantom.volume(grid, RAMP);
                Volume part = new Volume(
                        grid, plan.box(), whole.type(), new Volume.Voxels.OfDouble(whole.toDoubles(plan.box())));
                assertThat(plan.sample(part, "case").values()).isEqualTo(plan.sample(whole, "case").values());
            }
        }
    }

    @Test
    void beyondTheImageTheEdgeCounts() {
        Grid grid = everyOrientation().getFirst();
        Mask corner = WorldPhantom.mask(grid, p -> p.z() > 22 && p.y() < -27 && Math.abs(p.x()) < 3);
        Crop crop = CropPlan.of(corner, CropSettings.paper()).sample(WorldPhantom.volume(grid, RAMP), "case");
        assertThat(crop.hu(0, 0)).isCloseTo(400 - 300 + 4 * 25, within(HU));
    }

    @Test
    void equalSlicesGiveTheOneNearestToTheCentre() {
        for (Grid grid : everyOrientation()) {
            Mask mask = WorldPhantom.mask(grid, p -> Math.abs(p.x()) < 2.5 && Math.abs(p.y()) < 9 && Math.abs(p.z()) < 7);
            Crop crop = CropPlan.of(mask, CropSettings.paper()).sample(WorldPhantom.volume(grid, RAMP), "case");
            assertThat(crop.sliceIndex()).isEqualTo(20);
        }
    }

    @Test
    void theWindowClipsMetal() {
        Grid grid = everyOrientation().getFirst();
        Crop crop = CropPlan.of(WorldPhantom.mask(grid, VERTEBRA), CropSettings.paper())
                .sample(WorldPhantom.volume(grid, p -> p.y() > 0 ? 3000 : -1000), "case");
        assertThat(crop.hu(32, 63)).isCloseTo(1250, within(HU));
        assertThat(crop.hu(32, 0)).isCloseTo(-250, within(HU));
    }

    @Test
    void refusesWhatCannotBeNormalised() {
        Grid grid = everyOrientation().getFirst();
        CropPlan plan = CropPlan.of(WorldPhantom.mask(grid, VERTEBRA), CropSettings.paper());
        assertThatThrownBy(() -> plan.sample(WorldPhantom.volume(grid, p -> 2000), "VF-1"))
                .hasMessageContaining("CRP-001")
                .hasMessageContaining("1250.0 HU");
        assertThatThrownBy(() -> plan.sample(WorldPhantom.volume(grid, p -> p.y() > 3 ? Double.NaN : 5), "VF-1"))
                .hasMessageContaining("CRP-002");
        Grid shifted = new Grid(grid.size(), grid.spacing(), new PointMm(-20, -30, -24.5), grid.direction());
        assertThatThrownBy(() -> plan.sample(WorldPhantom.volume(shifted, RAMP), "VF-1"))
                .hasMessageContaining("GEO-001")
                .hasMessageContaining("0.500 mm");
        assertThatThrownBy(() -> new CropSettings(64, 100, 100, 2, CropSettings.Shape.STRETCHED, false, 0))
                .hasMessageContaining("CRP-003");
    }

    private static CropSettings with(CropSettings.Shape shape, boolean blank, double neighbourMm) {
        return new CropSettings(64, -250, 1250, 2, shape, blank, neighbourMm);
    }

    private static Crop crop(Grid grid, CropSettings settings) {
        return CropPlan.of(WorldPhantom.mask(grid, VERTEBRA), settings).sample(WorldPhantom.volume(grid, RAMP), "case");
    }
}
