package org.trabecula.radiomics.pyradiomics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trabecula.radiomics.FeatureRow;

/// A stored table of PyRadiomics: names in its order, and values.
///
/// Two builds of the reference agree within 1.6e-11 relative, and all filters are followed bit for bit, those with 32-bit
/// stores too, so 1e-9 relative holds everywhere. Values that are differences of nearly equal terms (cluster shade,
/// skewness, Imc1, the entropy of one level) carry the rounding of those terms: the absolute floor is 1e-12.
record ExpectedTable(List<String> names, double[] values) {
    private static final double RELATIVE = 1e-9;
    private static final double ABSOLUTE = 1e-12;

    static ExpectedTable read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> names = new ArrayList<>();
        double[] values = new double[lines.size() - 1];
        for (int n = 1; n < lines.size(); n++) {
            int comma = lines.get(n).indexOf(',');
            String value = lines.get(n).substring(comma + 1);
            names.add(lines.get(n).substring(0, comma));
            values[n - 1] = value.equals("nan") ? Double.NaN : Double.parseDouble(value);
        }
        return new ExpectedTable(names, values);
    }

    /// Fails with every value that differs.
    void assertEqualTo(FeatureRow row) {
        assertThat(row.names()).containsExactlyElementsOf(names);
        List<String> different = new ArrayList<>();
        for (int n = 0; n < values.length; n++) {
            double ours = row.value(n);
            boolean equal = Double.isNaN(values[n])
                    ? Double.isNaN(ours)
                    : Math.abs(ours - values[n]) <= RELATIVE * Math.abs(values[n]) + ABSOLUTE;
            if (!equal) {
                different.add(names.get(n) + ": PyRadiomics " + values[n] + ", ours " + ours);
            }
        }
        assertThat(different).isEmpty();
    }
}
