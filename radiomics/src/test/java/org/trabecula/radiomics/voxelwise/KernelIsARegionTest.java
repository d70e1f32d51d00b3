package org.trabecula.radiomics.voxelwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.core.Progress;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Mat3;
import org.trabecula.image.PointMm;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.radiomics.FeatureRow;
import org.trabecula.radiomics.Radiomics;
import org.trabecula.radiomics.parameters.ParameterFile;
import org.trabecula.radiomics.settings.FeatureSettings;
import org.trabecula.radiomics.settings.KernelSettings;
import org.trabecula.radiomics.settings.Settings;
import org.trabecula.radiomics.texture.Glcm;
import org.trabecula.radiomics.texture.GlcmSettings;
import org.trabecula.radiomics.texture.Gldm;
import org.trabecula.radiomics.texture.GldmSettings;
import org.trabecula.radiomics.texture.Glrlm;
import org.trabecula.radiomics.texture.GlrlmSettings;
import org.trabecula.radiomics.texture.Glszm;
import org.trabecula.radiomics.texture.GlszmSettings;
import org.trabecula.radiomics.texture.LevelImage;
import org.trabecula.radiomics.texture.Ngtdm;
import org.trabecula.radiomics.texture.NgtdmSettings;

/// A map's value is what the engine of whole regions gives for the kernel's own voxels, cut to their own box, on the grey levels of the
/// whole. Random images with settings that no stored run has: steps of two voxels, weighted and asymmetric matrices, oblique and
/// anisotropic grids, slices across each axis.
class KernelIsARegionTest {
    /// Refer to the highest level of the whole region, which a kernel of its own does not know.
    private static final Set<String> OF_THE_WHOLE = Set.of("Idn", "Idmn");
    /// Hold what PyRadiomics makes of directions without a pair: a test of its own.
    private static final Set<String> OF_THE_BATCH = Set.of("JointAverage", "MCC");

    private static final String[] SETTINGS = {
        "{binWidth: 10}",
        "{binWidth: 10, distances: [1, 2], symmetricalGLCM: false, gldm_a: 1}",
        "{binWidth: 10, weightingNorm: euclidean, force2D: true, force2Ddimension: 1}",
        "{binWidth: 10, weightingNorm: manhattan, distances: [2]}",
        "{binWidth: 10, force2D: true, force2Ddimension: 2, gldm_a: 2}"
    };

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void mapHoldsWhatTheKernelsRegionHas(long seed) throws Exception {
        Random random = new Random(seed);
        Size size = new Size(7 + random.nextInt(3), 6 + random.nextInt(3), 5 + random.nextInt(3));
        Grid grid = new Grid(size, new Spacing(0.7, 0.9, 2.5), new PointMm(-20, 31, 4), turned(0.1 * seed));
        short[] values = new short[Math.toIntExact(size.voxels())];
        boolean[] inside = new boolean[values.length];
        for (int at = 0; at < values.length; at++) {
            values[at] = (short) (random.nextInt(60) - 20);
            inside[at] = random.nextInt(10) < 7;
        }
        inside[0] = true;
        values[0] = -20; // the lowest level of the region is 1
        KernelSettings kernel = new KernelSettings(1 + (int) (seed % 2), seed % 3 != 0, 0, OptionalInt.empty());
        Settings settings = ParameterFile.parse(
                "test", "setting: " + SETTINGS[(int) (seed % SETTINGS.length)]
                        + "\nfeatureClass: {firstorder: , glcm: , glrlm: , glszm: , gldm: , ngtdm: }");
        Volume image = Volume.ofShorts(grid, values);
        Mask mask = Mask.of(grid, grid.wholeBox(), inside);
        CollectedMaps collected = new CollectedMaps();
        VoxelwiseRadiomics.with(settings, kernel).extract(image, mask, collected, Progress.NONE);
        for (int n = 0; n < 12; n++) {
            compare(collected.maps(), random.nextInt(mask.voxelCount()), image, mask, settings, kernel);
        }
    }

    private static void compare(List<FeatureMap> maps, int voxel, Volume image, Mask mask, Settings settings, KernelSettings kernel) {
        FeatureSettings features = settings.images().getFirst().features();
        int place = maps.getFirst().place(voxel);
        Size map = maps.getFirst().grid().size();
        Box box = mask.box().grown(kernel.radius(), kernel.radius(), kernel.radius(), mask.grid().wholeBox());
        int[] centre = {box.iMin() + place % map.i(), box.jMin() + place / map.i() % map.j(), box.kMin() + place / map.i() / map.j()};
        Grid grid = mask.grid();
        boolean[] seen = new boolean[Math.toIntExact(grid.size().voxels())];
        double lowest = Double.POSITIVE_INFINITY;
        for (int at = 0; at < seen.length; at++) {
            int[] ijk = {at % grid.size().i(), at / grid.size().i() % grid.size().j(), at / grid.size().i() / grid.size().j()};
            boolean visible = box.contains(ijk[0], ijk[1], ijk[2]) && (!kernel.masked() || mask.at(ijk[0], ijk[1], ijk[2]));
            lowest = visible ? Math.min(lowest, image.at(ijk[0], ijk[1], ijk[2])) : lowest;
            seen[at] = visible && isNear(ijk, centre, kernel.radius(), features);
        }
        Mask region = Mask.of(grid, grid.wholeBox(), seen);
        Map<String, Double> expected = new HashMap<>(textures(levels(image, region, lowest), features));
        if (region.voxelCount() > 1) {
            FeatureRow row = Radiomics.with(ParameterFile.parse(
                            "first order", "featureClass: {firstorder: }\nsetting: {binWidth: 10, minimumROIDimensions: 1}"))
                    .extract(image, region);
            row.names().forEach(name -> expected.put(name.substring(name.indexOf('_') + 1), row.value(name)));
        }
        int compared = 0;
        for (FeatureMap one : maps) {
            String name = one.name().substring("original_".length());
            String feature = name.substring(name.indexOf('_') + 1);
            if (!expected.containsKey(name) || OF_THE_WHOLE.contains(feature) || OF_THE_BATCH.contains(feature)) {
                continue;
            }
            double theirs = expected.get(name);
            compared++;
            if (Double.isNaN(theirs)) {
                assertThat(one.value(voxel)).as(name).isNaN();
            } else {
                // the same sums in another order: some dozen terms, each rounded to 2⁻⁵³ of values up to 6⁴ levels
                assertThat(one.value(voxel)).as(name).isCloseTo(theirs, within(1e-10 * Math.abs(theirs) + 1e-11));
            }
        }
        assertThat(compared).isGreaterThan(40);
    }

    private static boolean isNear(int[] ijk, int[] centre, int radius, FeatureSettings features) {
        boolean near = true;
        for (int axis = 0; axis < 3; axis++) {
            near &= Math.abs(ijk[axis] - centre[axis]) <= (features.slicing().forbids(axis) ? 0 : radius);
        }
        return near;
    }

    /// Levels at multiples of 10 from the lowest that any kernel sees, in the box of the kernel's own voxels.
    private static LevelImage levels(Volume image, Mask region, double lowest) {
        Box box = region.box();
        int[] levels = new int[Math.toIntExact(box.size().voxels())];
        int at = 0;
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            for (int j = box.jMin(); j <= box.jMax(); j++) {
                for (int i = box.iMin(); i <= box.iMax(); i++, at++) {
                    levels[at] = region.at(i, j, k)
                            ? (int) (Math.floor(image.at(i, j, k) / 10) - Math.floor(lowest / 10)) + 1
                            : 0;
                }
            }
        }
        return LevelImage.of(box.size(), region.grid().spacing(), levels);
    }

    /// By `family_Feature`; families of which no two voxels of the box can be neighbours are left out.
    private static Map<String, Double> textures(LevelImage kernel, FeatureSettings s) {
        Map<String, Double> values = new HashMap<>();
        BitSet all = new BitSet();
        all.set(0, 64);
        if (kernel.hasDirections(List.of(1), s.slicing())) {
            put(values, "glrlm_", Glrlm.NAMES, Glrlm.features(kernel, new GlrlmSettings(s.slicing(), s.weightingNorm()), first(all, Glrlm.NAMES)));
            put(values, "glszm_", Glszm.NAMES, Glszm.features(kernel, new GlszmSettings(s.slicing()), first(all, Glszm.NAMES)));
        }
        if (kernel.hasDirections(s.distances(), s.slicing())) {
            GlcmSettings glcm = new GlcmSettings(s.distances(), s.slicing(), s.symmetricalGlcm(), s.weightingNorm());
            put(values, "glcm_", Glcm.NAMES, Glcm.features(kernel, glcm, first(all, Glcm.NAMES)));
            GldmSettings gldm = new GldmSettings(s.distances(), s.slicing(), s.gldmAlpha());
            put(values, "gldm_", Gldm.NAMES, Gldm.features(kernel, gldm, first(all, Gldm.NAMES)));
            NgtdmSettings ngtdm = new NgtdmSettings(s.distances(), s.slicing());
            put(values, "ngtdm_", Ngtdm.NAMES, Ngtdm.features(kernel, ngtdm, first(all, Ngtdm.NAMES)));
        }
        return values;
    }

    private static BitSet first(BitSet all, List<String> names) {
        return all.get(0, names.size());
    }

    private static void put(Map<String, Double> to, String prefix, List<String> names, double[] values) {
        for (int n = 0; n < names.size(); n++) {
            to.put(prefix + names.get(n), values[n]);
        }
    }

    /// About the axis (1, 1, 1).
    private static Mat3 turned(double angle) {
        double c = (1 + 2 * Math.cos(angle)) / 3;
        double a = (1 - Math.cos(angle)) / 3;
        double b = Math.sin(angle) / Math.sqrt(3);
        return Mat3.ofColumns(new double[] {c, a + b, a - b}, new double[] {a - b, c, a + b}, new double[] {a + b, a - b, c});
    }
}
