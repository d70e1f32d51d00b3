package org.trabecula.radiomics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.core.Problem;

/// The features of one region, in column order.
public final class FeatureRow {
    private final List<String> names;
    private final double[] values;
    private final Map<String, String> diagnostics;
    private final List<String> notes;

    /// Takes ownership of `values`.
    ///
    /// @param names       column names, each once
    /// @param values      one per name; NaN where a feature is undefined for this region
    /// @param diagnostics `diagnostics_*` columns in their order
    /// @param notes       what was skipped and why, in words
    FeatureRow(List<String> names, double[] values, Map<String, String> diagnostics, List<String> notes) {
        if (names.size() != values.length) {
            throw new IllegalArgumentException(names.size() + " names for " + values.length + " values");
        }
        this.names = List.copyOf(names);
        this.values = values;
        this.diagnostics = Collections.unmodifiableMap(new LinkedHashMap<>(diagnostics));
        this.notes = List.copyOf(notes);
    }

    /// Column names such as `original_firstorder_Mean`.
    public List<String> names() {
        return names;
    }

    /// How many features there are.
    public int size() {
        return values.length;
    }

    /// The value of the n-th name.
    public double value(int n) {
        return values[n];
    }

    /// @throws IllegalArgumentException if there is no such column
    public double value(String name) {
        int n = names.indexOf(name);
        if (n < 0) {
            throw new IllegalArgumentException("no feature '" + name + "' among " + names.size());
        }
        return values[n];
    }

    /// A copy of all values.
    public double[] toArray() {
        return values.clone();
    }

    /// What image, mask and settings were, by `diagnostics_*` column name.
    public Map<String, String> diagnostics() {
        return diagnostics;
    }

    /// The features without a value, each with the reason; empty in most runs.
    public List<Problem> undefined() {
        return names.stream().filter(name -> Double.isNaN(value(name))).map(UndefinedFeature::problem).toList();
    }

    /// What was skipped and why; empty in most runs.
    public List<String> notes() {
        return notes;
    }
}
