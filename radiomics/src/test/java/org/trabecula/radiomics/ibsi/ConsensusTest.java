package org.trabecula.radiomics.ibsi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.image.Mask;
import org.trabecula.image.Volume;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;
import org.trabecula.testkit.ReferenceTable;

/// The consensus values of IBSI 1. They carry three significant digits and a tolerance (0 for most of the digital
/// phantom), so ours are rounded to three significant digits and may then differ by the published tolerance; a billionth
/// of the value covers the subtraction of decimals.
final class ConsensusTest {
    @ParameterizedTest(name = "configuration {0}")
    @EnumSource(IbsiConfiguration.class)
    void everyConsensusValueLiesWithinItsTolerance(IbsiConfiguration configuration) {
        List<Map<String, String>> rows = ReferenceTable.rows(Reference.core("ibsi/ibsi1_consensus.csv")).stream()
                .filter(row -> ReferenceTable.cell(row, "config").equalsIgnoreCase(configuration.name()))
                .toList();
        String suite = "ibsi1/" + configuration.name();
        String phantom = configuration == IbsiConfiguration.DIGITAL ? "digital_phantom" : "ct_phantom";
        Optional<Path> folder = configuration == IbsiConfiguration.DIGITAL
                ? Optional.of(Reference.core("ibsi/" + phantom))
                : Reference.whole("ibsi/" + phantom);
        if (folder.isEmpty()) {
            Conformance.skipped(suite, rows.size(), "the CT phantom's licence keeps it out of the repository");
            Assumptions.abort("the CT phantom is not here");
            return;
        }
        Volume image = Phantom.image(folder.get().resolve("image.nii.gz"));
        Mask mask = Phantom.mask(folder.get().resolve("mask.nii.gz"), image.grid());
        long start = System.nanoTime();
        Map<String, IbsiValue> values = new HashMap<>();
        for (IbsiValue value : IbsiProfile.extract(image, mask, configuration.settings(), EnumSet.allOf(IbsiFamily.class), 2)) {
            values.put(value.column(), value);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        List<String> misses = new ArrayList<>();
        for (Map<String, String> row : rows) {
            miss(row, values).ifPresent(misses::add);
        }
        System.out.printf(
                Locale.ROOT, "IBSI 1 %-8s %d of %d values within tolerance, %.2f s%n",
                configuration, rows.size() - misses.size(), rows.size(), seconds);
        assertThat(misses).as("values outside their tolerance").isEmpty();
        Conformance.compared(suite, rows.size());
    }

    /// What is wrong with our value for a row.
    private static Optional<String> miss(Map<String, String> row, Map<String, IbsiValue> values) {
        IbsiFeature feature = IbsiFeature.valueOf(ReferenceTable.cell(row, "short_name").toUpperCase(Locale.ROOT));
        String aggregation = ReferenceTable.cell(row, "aggregation_tag").equals("DHQ4") ? "" : "_" + ReferenceTable.cell(row, "aggregation_tag");
        if (!feature.tag().equals(ReferenceTable.cell(row, "tag")) || !feature.parameterTag().equals(ReferenceTable.cell(row, "parameter_tag"))) {
            return Optional.of(feature + " has another tag than " + ReferenceTable.cell(row, "tag"));
        }
        String column = feature.column() + aggregation;
        IbsiValue ours = values.get(column);
        if (ours == null) {
            return Optional.of(column + " is missing");
        }
        double expected = Double.parseDouble(ReferenceTable.cell(row, "value"));
        double tolerance = Double.parseDouble(ReferenceTable.cell(row, "tolerance"));
        double rounded = Double.isNaN(ours.value())
                ? Double.NaN
                : new BigDecimal(ours.value()).round(new MathContext(3, RoundingMode.HALF_UP)).doubleValue();
        return Math.abs(rounded - expected) <= tolerance + 1e-9 * Math.abs(expected)
                ? Optional.empty()
                : Optional.of(feature + " " + column + ": " + ours.value() + ", consensus " + expected + " ± " + tolerance);
    }
}
