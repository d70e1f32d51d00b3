package org.trabecula.study.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The loss of the LASSO and where its λ come from (step 8): `family: binomial`, or
/// `family: {lassocv: {from: 0.001, to: 10, values: 50}}`.
public sealed interface LassoFamily {
    /// As in the file: a name, or an object.
    @JsonValue
    Object yaml();

    /// Log-likelihood of 0 and 1; λ of glmnet's path, cross-validated over patients by deviance.
    record Binomial() implements LassoFamily {
        @Override
        public Object yaml() {
            return BINOMIAL;
        }
    }

    /// Least squares on 0 and 1, cross-validated over contiguous folds by squared error, as scikit-learn's LassoCV.
    ///
    /// @param from   smallest λ
    /// @param to     largest λ
    /// @param values number of them, in equal steps of the logarithm
    record LassoCv(double from, double to, int values) implements LassoFamily {
        public LassoCv {
            if (!(from > 0 && to > from && Double.isFinite(to)) || values < 2) {
                throw new SettingException("lasso.family", EXPECTED, from + " to " + to + " in " + values + " values");
            }
        }

        @Override
        public Object yaml() {
            Map<String, Object> grid = new LinkedHashMap<>();
            grid.put(FROM, from);
            grid.put(TO, to);
            grid.put(VALUES, values);
            return Map.of(LASSOCV, grid);
        }

        /// Rising.
        public double[] grid() {
            double[] grid = new double[values];
            double low = Math.log10(from);
            double high = Math.log10(to);
            for (int k = 0; k < values; k++) {
                grid[k] = Math.pow(10, low + (high - low) * k / (values - 1));
            }
            return grid;
        }
    }

    /// The same over its own λ: from the largest that keeps a feature downwards.
    ///
    /// @param ratio  the smallest λ as a share of the largest
    /// @param values number of them, in equal steps of the logarithm
    record LassoCvOwnGrid(double ratio, int values) implements LassoFamily {
        public LassoCvOwnGrid {
            if (!(ratio > 0 && ratio < 1) || values < 2) {
                throw new SettingException("lasso.family", EXPECTED, "a ratio of " + ratio + " and " + values + " values");
            }
        }

        @Override
        public Object yaml() {
            Map<String, Object> grid = new LinkedHashMap<>();
            grid.put(RATIO, ratio);
            grid.put(VALUES, values);
            return Map.of(LASSOCV, grid);
        }
    }

    String BINOMIAL = "binomial";
    String LASSOCV = "lassocv";
    String FROM = "from";
    String TO = "to";
    String RATIO = "ratio";
    String VALUES = "values";
    String EXPECTED = "binomial, or {lassocv: {from: 0.001, to: 10, values: 50}}, least squares with λ in equal steps of the logarithm;"
            + " {lassocv: {ratio: 0.001, values: 100}}: from the largest useful λ down to that share of it";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static LassoFamily of(JsonNode node) {
        if (node.isString() && node.asString().equals(BINOMIAL)) {
            return new Binomial();
        }
        JsonNode grid = node.path(LASSOCV);
        boolean own = node.isObject() && node.propertyNames().size() == 1 && grid.isObject()
                && Set.copyOf(grid.propertyNames()).equals(Set.of(RATIO, VALUES)) && grid.get(RATIO).isNumber() && grid.get(VALUES).isInt();
        if (own) {
            return new LassoCvOwnGrid(grid.get(RATIO).doubleValue(), grid.get(VALUES).intValue());
        }
        boolean lassocv = node.isObject() && node.propertyNames().size() == 1 && grid.isObject()
                && Set.copyOf(grid.propertyNames()).equals(Set.copyOf(List.of(FROM, TO, VALUES)))
                && grid.get(FROM).isNumber() && grid.get(TO).isNumber() && grid.get(VALUES).isInt();
        if (lassocv) {
            return new LassoCv(grid.get(FROM).doubleValue(), grid.get(TO).doubleValue(), grid.get(VALUES).intValue());
        }
        throw new SettingException("lasso.family", EXPECTED, node.isString() ? node.asString() : node.toString());
    }
}
