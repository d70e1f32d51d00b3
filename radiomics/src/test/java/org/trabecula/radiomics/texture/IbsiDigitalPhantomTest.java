package org.trabecula.radiomics.texture;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trabecula.radiomics.settings.Aggregation;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;
import org.trabecula.testkit.ReferenceTable;

/// The IBSI 1 consensus values of the digital phantom, all texture families and aggregations.
///
/// The table prints three significant digits and tolerance 0 for this phantom: equal after rounding to three digits.
class IbsiDigitalPhantomTest {
    private static final Map<String, List<String>> CODES = Map.of(
            "LFYI", Glcm.IBSI_CODES,
            "TP0I", Glrlm.IBSI_CODES,
            "9SAK", Glszm.IBSI_CODES,
            "VMDZ", Gldzm.IBSI_CODES,
            "IPET", Ngtdm.IBSI_CODES,
            "REK0", Ngldm.IBSI_CODES);

    private static final Path FOLDER = Reference.core("ibsi");
    private final TestImage mask = TestImage.read(FOLDER.resolve("digital_phantom/mask.nii.gz"));
    private final LevelImage image = image();

    private LevelImage image() {
        TestImage values = TestImage.read(FOLDER.resolve("digital_phantom/image.nii.gz"));
        int[] levels = new int[mask.values().length];
        Arrays.setAll(levels, at -> mask.values()[at] == 1 ? (int) values.values()[at] : 0);
        return LevelImage.of(values.size(), values.spacing(), levels);
    }

    private static List<Map<String, String>> consensus() {
        return ReferenceTable.rows(FOLDER.resolve("ibsi1_consensus.csv")).stream()
                .filter(row -> "digital".equals(row.get("config")) && CODES.containsKey(cell(row, "family_tag")))
                .toList();
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    @Test
    void matchesTheConsensusOfEveryFamilyAndAggregation() {
        Map<String, Double> ours = new HashMap<>();
        for (Aggregation aggregation : Aggregation.values()) {
            all(aggregation).forEach(value -> ours.put(value.code() + " " + aggregation.tag(), value.value()));
        }
        List<String> apart = new ArrayList<>();
        List<Map<String, String>> rows = consensus();
        for (Map<String, String> row : rows) {
            String key = cell(row, "tag") + " " + cell(row, "aggregation_tag");
            double expected = Double.parseDouble(cell(row, "value"));
            double tolerance = Double.parseDouble(cell(row, "tolerance"));
            Double own = ours.get(key);
            if (own == null || !(Math.abs(threeDigits(own) - expected) <= tolerance + Math.ulp(expected))) {
                apart.add(cell(row, "family") + ", " + cell(row, "feature") + " " + key + ": " + own + " instead of " + expected);
            }
        }
        assertThat(apart).isEmpty();
        assertThat(rows).hasSize(408);
        Conformance.compared("ibsi1/digital/texture", rows.size());
    }

    @Test
    void everyFeatureHasAReferenceValueAndEveryReferenceValueAFeature() {
        CODES.forEach((family, codes) -> {
            Set<String> inTable = new java.util.TreeSet<>();
            consensus().stream().filter(row -> family.equals(row.get("family_tag"))).forEach(row -> inTable.add(cell(row, "tag")));
            assertThat(codes).as(family).containsExactlyInAnyOrderElementsOf(inTable);
        });
    }

    private List<AggregatedValue> all(Aggregation aggregation) {
        if (aggregation.joinsDirections()) {
            return Stream.of(Glcm.ibsi(image, aggregation), Glrlm.ibsi(image, aggregation)).flatMap(List::stream).toList();
        }
        boolean[] morphological = new boolean[mask.values().length];
        for (int at = 0; at < morphological.length; at++) {
            morphological[at] = mask.values()[at] == 1;
        }
        return Stream.of(
                        Glszm.ibsi(image, aggregation),
                        Gldzm.ibsi(image, morphological, aggregation),
                        Ngtdm.ibsi(image, aggregation),
                        Ngldm.ibsi(image, aggregation))
                .flatMap(List::stream)
                .toList();
    }

    private static double threeDigits(double value) {
        return Double.isNaN(value) ? value : new BigDecimal(value).round(new MathContext(3)).doubleValue();
    }
}
