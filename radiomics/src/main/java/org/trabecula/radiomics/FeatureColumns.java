package org.trabecula.radiomics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Names and values that grow together.
final class FeatureColumns {
    private final List<String> names = new ArrayList<>();
    private double[] values = new double[256];

    void add(String name, double value) {
        if (names.size() == values.length) {
            values = Arrays.copyOf(values, 2 * values.length);
        }
        values[names.size()] = value;
        names.add(name);
    }

    void addAll(FeatureColumns other) {
        for (int n = 0; n < other.names.size(); n++) {
            add(other.names.get(n), other.values[n]);
        }
    }

    List<String> names() {
        return names;
    }

    double[] toValues() {
        return Arrays.copyOf(values, names.size());
    }
}
