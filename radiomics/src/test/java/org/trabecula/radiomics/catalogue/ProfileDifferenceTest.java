package org.trabecula.radiomics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.radiomics.FeatureRow;
import org.trabecula.radiomics.Radiomics;
import org.trabecula.radiomics.ibsi.IbsiDiscretisation;
import org.trabecula.radiomics.ibsi.IbsiFamily;
import org.trabecula.radiomics.ibsi.IbsiFeature;
import org.trabecula.radiomics.ibsi.IbsiProfile;
import org.trabecula.radiomics.ibsi.IbsiResegmentation;
import org.trabecula.radiomics.ibsi.IbsiSettings;
import org.trabecula.radiomics.ibsi.IbsiValue;
import org.trabecula.radiomics.ibsi.IvhIntensities;
import org.trabecula.radiomics.parameters.ParameterFile;
import org.trabecula.radiomics.settings.Aggregation;

/// The column "where the profiles differ" of the catalogue says what the two profiles do.
///
/// Both are asked for the same levels (whole numbers from 1, bins of width 1), the same grid, three-dimensional means over
/// directions: whatever then differs, differs by its definition.
class ProfileDifferenceTest {
    /// Two sums of the same terms in another order: some thousand roundings at most.
    private static final double SAME = 1e-11;

    private static final IbsiSettings IBSI = new IbsiSettings(
            Optional.empty(),
            false,
            new IbsiResegmentation(Optional.empty(), OptionalDouble.empty()),
            Optional.empty(),
            new IbsiDiscretisation.AsIs(),
            new IvhIntensities.WholeSteps(),
            EnumSet.of(Aggregation.VOLUME_AVERAGED, Aggregation.VOLUME));

    /// Nothing but the terms that guard PyRadiomics' logarithms and quotients: not seen at 1e-11, and flat regions are not
    /// tried here.
    private static final Set<String> DIFFER_BY_ROUNDING_OR_WHERE_FLAT = Set.of(
            "glcm_Correlation", "glcm_DifferenceEntropy", "glcm_Imc1", "glcm_Imc2", "glcm_JointEntropy", "glcm_SumEntropy",
            "gldm_DependenceEntropy", "glrlm_RunEntropy", "glszm_ZoneEntropy", "firstorder_Entropy");

    /// Only where voxelArrayShift is set, or where a mesh can be cut in two ways.
    private static final Set<String> DIFFER_WITH_SETTINGS = Set.of("firstorder_Energy", "firstorder_RootMeanSquared");

    @Test
    void everyDifferenceIsNamedAndEveryNamedOneIsThere() {
        Set<String> differ = new TreeSet<>();
        Set<String> compared = new TreeSet<>();
        for (int seed = 0; seed < 6; seed++) {
            compare(seed, compared, differ);
        }
        Set<String> named = new TreeSet<>();
        for (CatalogueEntry entry : Catalogue.entries()) {
            entry.pyradiomics().map(Feature::column).filter(compared::contains).ifPresent(column -> {
                if (!entry.difference().isEmpty()) {
                    named.add(column);
                }
            });
        }
        named.removeAll(DIFFER_BY_ROUNDING_OR_WHERE_FLAT);
        named.removeAll(DIFFER_WITH_SETTINGS);
        assertThat(compared).hasSize(105); // all that both profiles have
        assertThat(differ).isEqualTo(named);
    }

    private static void compare(int seed, Set<String> compared, Set<String> differ) {
        Random random = new Random(seed);
        Grid grid = Grid.axisAligned(new Size(7, 6, 5), new Spacing(0.8, 1.1, 2));
        short[] voxels = new short[210];
        boolean[] flags = new boolean[210];
        for (int v = 0; v < voxels.length; v++) {
            voxels[v] = (short) (1 + random.nextInt(seed % 2 == 0 ? 5 : 60)); // few levels, or percentiles between them
            flags[v] = random.nextInt(4) > 0;
        }
        voxels[0] = 1; // the lowest level is there, so that both profiles count from it
        flags[0] = true;
        flags[209] = true; // a corner voxel on its own
        for (int v : new int[] {208, 202, 167, 201, 166, 160, 159}) {
            flags[v] = false;
        }
        Volume image = Volume.ofShorts(grid, voxels);
        Mask mask = Mask.of(grid, grid.wholeBox(), flags);
        FeatureRow row = Radiomics.with(ParameterFile.parse(
                        "levels",
                        """
                        featureClass: {firstorder: , glcm: , gldm: , glrlm: , glszm: , ngtdm: ,
                          shape: [Elongation, Flatness, LeastAxisLength, MajorAxisLength, Maximum3DDiameter, MeshVolume,
                            MinorAxisLength, Sphericity, SurfaceArea, SurfaceVolumeRatio, VoxelVolume, Compactness1,
                            Compactness2, SphericalDisproportion]}
                        setting: {binWidth: 1}
                        """))
                .extract(image, mask);
        Map<String, Double> standard = new HashMap<>();
        List<IbsiValue> values = IbsiProfile.extract(image, mask, IBSI, EnumSet.allOf(IbsiFamily.class), 1);
        values.forEach(value -> standard.put(value.feature().name(), value.value()));
        for (CatalogueEntry entry : Catalogue.entries()) {
            String column = entry.pyradiomics().map(Feature::column).orElse("");
            Double theirs = entry.ibsi().map(IbsiFeature::name).map(standard::get).orElse(null);
            if (theirs != null && row.names().contains("original_" + column)) {
                compared.add(column);
                double ours = row.value("original_" + column);
                if (!(Math.abs(ours - theirs) <= SAME * Math.max(1, Math.abs(theirs)))) {
                    differ.add(column);
                }
            }
        }
    }
}
