package org.trabecula.radiomics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.radiomics.firstorder.FirstOrder;
import org.trabecula.radiomics.ibsi.IbsiFeature;
import org.trabecula.radiomics.settings.FeatureClass;
import org.trabecula.radiomics.shape.Shape2D;
import org.trabecula.radiomics.shape.Shape3D;
import org.trabecula.radiomics.texture.Glcm;
import org.trabecula.radiomics.texture.Gldm;
import org.trabecula.radiomics.texture.Glrlm;
import org.trabecula.radiomics.texture.Glszm;
import org.trabecula.radiomics.texture.Ngtdm;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;
import org.trabecula.testkit.ReferenceTable;

class CatalogueTest {
    /// The standard defines them, but its benchmark found no consensus on a value.
    private static final IbsiFeature[] WITHOUT_CONSENSUS = {
        IbsiFeature.MORPH_VOL_DENS_OMBB, IbsiFeature.MORPH_AREA_DENS_OMBB, IbsiFeature.MORPH_VOL_DENS_MVEE,
        IbsiFeature.MORPH_AREA_DENS_MVEE, IbsiFeature.IVH_AUC
    };

    @Test
    void listsWhatEachFamilyComputesAndNothingElse() {
        for (FeatureClass featureClass : FeatureClass.values()) {
            List<String> computed = switch (featureClass) {
                case FIRSTORDER -> FirstOrder.NAMES;
                case GLCM -> Glcm.NAMES;
                case GLDM -> Gldm.NAMES;
                case GLRLM -> Glrlm.NAMES;
                case GLSZM -> Glszm.NAMES;
                case NGTDM -> Ngtdm.NAMES;
                case SHAPE -> Shape3D.NAMES;
                case SHAPE2D -> Shape2D.NAMES;
            };
            assertThat(Catalogue.defaultNames(featureClass)).containsExactlyElementsOf(computed);
        }
        assertThat(names(FeatureClass.SHAPE, Feature.Status.NAMED)).containsExactlyElementsOf(Shape3D.ONLY_WHEN_NAMED);
        assertThat(names(FeatureClass.SHAPE2D, Feature.Status.NAMED)).containsExactlyElementsOf(Shape2D.ONLY_WHEN_NAMED);
        assertThat(names(FeatureClass.FIRSTORDER, Feature.Status.NAMED)).containsExactly(FirstOrder.STANDARD_DEVIATION);
    }

    /// The standard's own list of features names PyRadiomics' counterpart of each.
    @Test
    void hasTheCodesOfTheStandardsCatalogue() {
        Map<String, String> standard = new TreeMap<>();
        for (Map<String, String> row : ReferenceTable.rows(Reference.best("ibsi/feature_catalogue.csv"))) {
            String name = ReferenceTable.cell(row, "pyradiomics_name");
            if (!name.isEmpty()) {
                standard.put(name, ReferenceTable.cell(row, "tag"));
            }
        }
        Map<String, String> ours = new TreeMap<>();
        for (Feature feature : Catalogue.features()) {
            if (feature.status() != Feature.Status.DEPRECATED && !feature.ibsi().isEmpty()) {
                ours.put(feature.column(), feature.ibsi());
            }
        }
        assertThat(standard).hasSizeGreaterThan(100);
        assertThat(ours).isEqualTo(standard);
        Conformance.compared("pyradiomics/ibsi-codes", standard.size());
    }

    /// Every row of the consensus tables belongs to a feature of the same name, family, code and parameter.
    @Test
    void hasTheCodesOfTheConsensusTables() {
        List<Map<String, String>> rows = ReferenceTable.rows(Reference.best("ibsi/ibsi1_consensus.csv"));
        assertThat(rows).hasSize(1804);
        Set<IbsiFeature> met = EnumSet.noneOf(IbsiFeature.class);
        for (Map<String, String> row : rows) {
            IbsiFeature feature = IbsiFeature.valueOf(ReferenceTable.cell(row, "short_name").toUpperCase(Locale.ROOT));
            assertThat(feature.tag()).isEqualTo(ReferenceTable.cell(row, "tag"));
            assertThat(feature.parameterTag()).isEqualTo(ReferenceTable.cell(row, "parameter_tag"));
            assertThat(feature.family().tag()).isEqualTo(ReferenceTable.cell(row, "family_tag"));
            assertThat(feature.title()).isEqualTo(ReferenceTable.cell(row, "feature"));
            met.add(feature);
        }
        assertThat(EnumSet.complementOf(EnumSet.copyOf(met))).as("features without a consensus value").containsExactly(WITHOUT_CONSENSUS);
        Conformance.compared("ibsi1/codes", rows.size());
    }

    @Test
    void saysSomethingAboutEveryFeature() {
        assertThat(Catalogue.entries()).extracting(CatalogueEntry::pyradiomics).filteredOn(Optional::isPresent)
                .containsExactlyElementsOf(Catalogue.features().stream().map(Optional::of).toList());
        assertThat(Catalogue.entries()).extracting(CatalogueEntry::ibsi).filteredOn(Optional::isPresent)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(IbsiFeature.values()).map(Optional::of).toList());
        for (CatalogueEntry entry : Catalogue.entries()) {
            entry.pyradiomics().ifPresent(feature -> {
                assertThat(feature.formula()).as(feature.column()).isNotBlank();
                assertThat(feature.unit()).as(feature.column()).isNotBlank();
                if (feature.status() != Feature.Status.DEFAULT) {
                    assertThat(feature.difference()).as(feature.column() + ": why not by default").isNotBlank();
                }
            });
            entry.ibsi().ifPresent(feature -> {
                assertThat(feature.formula()).as(feature.column()).isNotBlank();
                assertThat(feature.unit()).as(feature.column()).isNotBlank();
            });
        }
    }

    /// An entry whose profiles are said not to differ has one formula and one unit; one that differs has two formulas or a
    /// remark on what the letters stand for.
    @Test
    void formulasAgreeWhereNoDifferenceIsNamed() {
        for (CatalogueEntry entry : Catalogue.entries()) {
            if (entry.pyradiomics().isPresent() && entry.ibsi().isPresent()) {
                Feature ours = entry.pyradiomics().get();
                IbsiFeature standard = entry.ibsi().get();
                assertThat(ours.unit()).as(ours.column()).isEqualTo(standard.unit());
                if (entry.difference().isEmpty()) {
                    assertThat(ours.formula()).as(ours.column()).isEqualTo(standard.formula());
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ACUI, glcm_Contrast", "wavelet-LLH_glcm_contrast, glcm_Contrast", "original_glcm_Contrast, glcm_Contrast",
        "glcm_Contrast, glcm_Contrast", "ibsi_glcm_ACUI, glcm_Contrast", "ibsi_glcm_ACUI_IAZD, glcm_Contrast",
        "cm_contrast, glcm_Contrast", "Angular second moment, glcm_JointEnergy", "mean, firstorder_Mean",
        "log-sigma-1-0-mm-3D_firstorder_Mean, firstorder_Mean", "OEEB, glcm_SumVariance"
    })
    void findsAFeatureByNameColumnAndCode(String word, String column) {
        assertThat(Catalogue.find(word)).singleElement().satisfies(entry -> assertThat(
                        entry.pyradiomics().orElseThrow().column())
                .isEqualTo(column));
    }

    @Test
    void findsSeveralFeaturesOfOneName() {
        assertThat(Catalogue.find("Contrast")).hasSize(2); // GLCM and NGTDM
        assertThat(Catalogue.find("BC2M")).hasSize(2); // at 10 % and at 90 %
        assertThat(Catalogue.find("ibsi_morph_N365")).singleElement().satisfies(entry -> assertThat(entry.pyradiomics()).isEmpty());
        assertThat(Catalogue.find("Contrst")).isEmpty();
        assertThat(Catalogue.find("ibsi_glcm_ACUI_KOBO")).as("an aggregation of other families").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Contrst, Contrast", "glcm_Contrst, glcm_Contrast", "wavelet-LLH_glcm_Contrst, wavelet-LLH_glcm_Contrast",
        "ACUL, ACUI", "ibsi_glcm_ACUJ, ibsi_glcm_ACUI", "moran's i indx, Moran's I index"
    })
    void suggestsTheWordThatWasMeant(String word, String meant) {
        assertThat(Catalogue.nearest(word)).contains(meant);
    }

    private static List<String> names(FeatureClass featureClass, Feature.Status status) {
        return Catalogue.of(featureClass).stream().filter(f -> f.status() == status).map(Feature::name).toList();
    }
}
