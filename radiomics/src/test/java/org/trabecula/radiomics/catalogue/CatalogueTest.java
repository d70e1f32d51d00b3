package org.trabecula.radiomics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trabecula.radiomics.firstorder.FirstOrder;
import org.trabecula.radiomics.settings.FeatureClass;
import org.trabecula.radiomics.shape.Shape2D;
import org.trabecula.radiomics.shape.Shape3D;
import org.trabecula.radiomics.texture.DeprecatedFeature;
import org.trabecula.radiomics.texture.Glcm;
import org.trabecula.radiomics.texture.Gldm;
import org.trabecula.radiomics.texture.Glrlm;
import org.trabecula.radiomics.texture.Glszm;
import org.trabecula.radiomics.texture.Ngtdm;
import org.trabecula.testkit.Reference;

class CatalogueTest {
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
        assertThat(names(FeatureClass.GLCM, Feature.Status.DEPRECATED))
                .containsExactlyElementsOf(Glcm.DEPRECATED.stream().map(DeprecatedFeature::name).toList());
        assertThat(names(FeatureClass.GLDM, Feature.Status.DEPRECATED))
                .containsExactlyInAnyOrderElementsOf(Gldm.DEPRECATED.stream().map(DeprecatedFeature::name).toList());
    }

    /// The standard's own list of features names PyRadiomics' counterpart of each.
    @Test
    void hasTheCodesOfTheStandardsCatalogue() throws IOException {
        List<String> lines = Files.readAllLines(Reference.best("ibsi/feature_catalogue.csv"));
        List<String> header = cells(lines.getFirst());
        Map<String, String> codes = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            String name = cells.get(header.indexOf("pyradiomics_name"));
            if (!name.isEmpty()) {
                codes.put(name, cells.get(header.indexOf("tag")));
            }
        }
        assertThat(codes).hasSizeGreaterThan(100);
        codes.forEach((name, code) -> assertThat(Catalogue.find(name))
                .as(name)
                .singleElement()
                .satisfies(feature -> assertThat(feature.ibsi()).isEqualTo(code)));
        for (Feature feature : Catalogue.features()) {
            if (feature.status() != Feature.Status.DEPRECATED && !feature.ibsi().isEmpty()) {
                assertThat(codes).containsEntry(feature.column(), feature.ibsi());
            }
        }
    }

    @Test
    void saysSomethingAboutEveryFeature() {
        for (Feature feature : Catalogue.features()) {
            assertThat(feature.formula()).as(feature.column()).isNotBlank();
            assertThat(feature.unit()).as(feature.column()).isNotBlank();
            if (feature.status() != Feature.Status.DEFAULT || feature.ibsi().isEmpty()) {
                assertThat(feature.difference()).as(feature.column() + ": why").isNotBlank();
            }
        }
    }

    @Test
    void findsAFeatureByNameColumnAndCode() {
        assertThat(Catalogue.find("ACUI")).singleElement().extracting(Feature::column).isEqualTo("glcm_Contrast");
        assertThat(Catalogue.find("wavelet-LLH_glcm_contrast")).singleElement().extracting(Feature::name).isEqualTo("Contrast");
        assertThat(Catalogue.find("Contrast")).hasSize(2); // GLCM and NGTDM
        assertThat(Catalogue.find("Contrst")).isEmpty();
    }

    private static List<String> names(FeatureClass featureClass, Feature.Status status) {
        return Catalogue.of(featureClass).stream().filter(f -> f.status() == status).map(Feature::name).toList();
    }

    /// Cells of a line whose quoted cells hold commas but no quotes.
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
