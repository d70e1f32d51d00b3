package org.trabecula.radiomics.ibsi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;

/// The features as data, against the IBSI's list of 174.
final class IbsiFeatureTest {
    @Test
    void everyFeatureIsTheStandardsAndNoneIsMissing() {
        List<Map<String, String>> rows = Table.rows(Reference.core("ibsi/feature_catalogue.csv"));
        List<String> standard = rows.stream()
                .map(row -> String.join(
                        " | ", cell(row, "short_name").toUpperCase(Locale.ROOT), cell(row, "family_tag"),
                        cell(row, "tag"), cell(row, "parameter_tag"), cell(row, "name"), cell(row, "unit")))
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

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }
}
