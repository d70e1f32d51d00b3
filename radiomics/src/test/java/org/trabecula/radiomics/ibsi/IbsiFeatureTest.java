package org.trabecula.radiomics.ibsi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;
import org.trabecula.testkit.ReferenceTable;

/// The features as data, against the IBSI's list of 174.
final class IbsiFeatureTest {
    @Test
    void everyFeatureIsTheStandardsAndNoneIsMissing() {
        List<Map<String, String>> rows = ReferenceTable.rows(Reference.core("ibsi/feature_catalogue.csv"));
        List<String> standard = rows.stream()
                .map(row -> String.join(
                        " | ", ReferenceTable.cell(row, "short_name").toUpperCase(Locale.ROOT), ReferenceTable.cell(row, "family_tag"),
                        ReferenceTable.cell(row, "tag"), ReferenceTable.cell(row, "parameter_tag"), ReferenceTable.cell(row, "name"), unit(ReferenceTable.cell(row, "unit"))))
                .toList();
        List<String> ours = Arrays.stream(IbsiFeature.values())
                .map(f -> String.join(
                        " | ", f.name(), f.family().tag(), f.tag(), f.parameterTag(), f.title(), f.unit()))
                .toList();
        assertThat(ours).containsExactlyElementsOf(standard);
        Conformance.compared("ibsi1/catalogue", standard.size());
    }

    @Test
    void columnsAreDistinct() {
        assertThat(Arrays.stream(IbsiFeature.values()).map(IbsiFeature::column)).doesNotHaveDuplicates();
    }

    /// Powers as we write them.
    private static String unit(String standard) {
        return standard.replace("^2", "²").replace("^3", "³").replace("^4", "⁴").replace(" * ", " · ");
    }
}
