package org.trabecula.stats;

import java.util.List;

/// A named column of a table, one entry a row: numbers or labels.
public sealed interface Variable {
    String name();

    int rows();

    /// Whether the cell of a row is empty.
    boolean isMissing(int row);

    /// @param values NaN where missing; not to be written
    record Numbers(String name, double[] values) implements Variable {
        @Override
        public int rows() {
            return values.length;
        }

        @Override
        public boolean isMissing(int row) {
            return Double.isNaN(values[row]);
        }
    }

    /// @param values empty where missing
    record Labels(String name, List<String> values) implements Variable {
        public Labels {
            values = List.copyOf(values);
        }

        @Override
        public int rows() {
            return values.size();
        }

        @Override
        public boolean isMissing(int row) {
            return values.get(row).isEmpty();
        }
    }
}
