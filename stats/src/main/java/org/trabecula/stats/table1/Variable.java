package org.trabecula.stats.table1;

import java.util.List;

/// A column of the baseline table, one entry a row.
public sealed interface Variable {
    String name();

    int rows();

    /// Numbers; NaN where missing. Not to be written.
    record Continuous(String name, double[] values) implements Variable {
        @Override
        public int rows() {
            return values.length;
        }
    }

    /// Levels as text; empty where missing.
    record Categorical(String name, List<String> values) implements Variable {
        public Categorical {
            values = List.copyOf(values);
        }

        @Override
        public int rows() {
            return values.size();
        }
    }
}
