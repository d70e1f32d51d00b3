package org.trabecula.study.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trabecula.core.Shown;
import org.trabecula.learn.exploration.Adjustment;
import org.trabecula.learn.exploration.UnivariateTest;
import org.trabecula.learn.step.UnivariateFilter;
import tools.jackson.databind.JsonNode;

/// Which features are left to those that differ between the classes by themselves (step 6): `univariate: none`,
/// `univariate: {test: mannwhitney, p: 0.05, if_none: 10}`, or with `fdr` in place of `p`.
///
/// @param filter empty: all features go on
public record Univariate(Optional<UnivariateFilter> filter) {
    private static final String NONE = "none";
    private static final String TEST = "test";
    private static final String P = "p";
    private static final String FDR = "fdr";
    private static final String IF_NONE = "if_none";
    private static final int USUAL_IF_NONE = 10;
    private static final List<String> TESTS = Arrays.stream(UnivariateTest.values()).map(UnivariateTest::toString).toList();
    private static final String EXPECTED = "none, or {test: mannwhitney, p: 0.05, if_none: 10}: a test (" + String.join(", ", TESTS)
            + "), p or fdr above 0 and at most 1, and how many of the smallest stay where none is below";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Univariate of(JsonNode node) {
        if (node.isString() && node.asString().equals(NONE)) {
            return new Univariate(Optional.empty());
        }
        Set<String> keys = Set.copyOf(node.propertyNames());
        boolean known = node.isObject() && Set.of(TEST, P, FDR, IF_NONE).containsAll(keys) && keys.contains(TEST)
                && keys.contains(P) != keys.contains(FDR) && (!keys.contains(IF_NONE) || node.get(IF_NONE).isInt());
        String limit = keys.contains(FDR) ? FDR : P;
        Optional<UnivariateTest> test = Arrays.stream(UnivariateTest.values())
                .filter(one -> one.toString().equals(node.path(TEST).asString("")))
                .findFirst();
        if (!known || test.isEmpty() || !node.path(limit).isNumber()) {
            throw new SettingException("univariate", EXPECTED, node.isString() ? node.asString() : node.toString());
        }
        try {
            return new Univariate(Optional.of(new UnivariateFilter(
                    test.get(), limit.equals(FDR) ? Adjustment.BH : Adjustment.NONE, node.get(limit).doubleValue(),
                    node.path(IF_NONE).asInt(USUAL_IF_NONE))));
        } catch (IllegalArgumentException e) {
            throw new SettingException("univariate", EXPECTED, node.toString());
        }
    }

    /// As in the file.
    @JsonValue
    Object yaml() {
        if (filter.isEmpty()) {
            return NONE;
        }
        Map<String, Object> yaml = new LinkedHashMap<>();
        yaml.put(TEST, filter.get().test().toString());
        yaml.put(filter.get().adjust() == Adjustment.BH ? FDR : P, filter.get().below());
        yaml.put(IF_NONE, filter.get().ifNone());
        return yaml;
    }

    /// For the methods section; empty where nothing is tested.
    public Optional<String> words() {
        return filter.map(how -> switch (how.test()) {
            case MANN_WHITNEY, MANN_WHITNEY_NORMAL -> "Mann–Whitney test";
            case STUDENT -> "Student's t test";
            case WELCH -> "Welch's t test";
            case AUTO -> "t test, or Mann–Whitney test where a class is not normal by Shapiro–Wilk";
        } + ", " + (how.adjust() == Adjustment.BH ? "false discovery rate" : "p") + " below " + Shown.significant(how.below(), 2));
    }
}
