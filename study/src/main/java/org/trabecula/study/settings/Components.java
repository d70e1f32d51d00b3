package org.trabecula.study.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.Set;
import org.trabecula.core.Shown;
import tools.jackson.databind.JsonNode;

/// How many principal components the embedding is brought to (step 11): `pca: 100`, or `pca: {keep: 0.95}`.
public sealed interface Components {
    /// As in the file: a number, or an object.
    @JsonValue
    Object yaml();

    /// For the methods section: `at most 100 principal components`.
    String words();

    /// A number of them; fewer where there are no more.
    ///
    /// @param count at least 1
    record AtMost(int count) implements Components {
        public AtMost {
            if (count < 1) {
                throw new SettingException("pca", EXPECTED, String.valueOf(count));
            }
        }

        @Override
        public Object yaml() {
            return count;
        }

        @Override
        public String words() {
            return "at most " + Shown.count(count, "principal component");
        }
    }

    /// As many as carry a share of the variance of the training cases' embeddings.
    ///
    /// @param share in (0, 1]
    record Keep(double share) implements Components {
        public Keep {
            if (!(share > 0 && share <= 1)) {
                throw new SettingException("pca.keep", "above 0, at most 1", String.valueOf(share));
            }
        }

        @Override
        public Object yaml() {
            return Map.of(KEEP, share);
        }

        @Override
        public String words() {
            return "as many principal components as carry " + Shown.significant(100 * share, 3) + " % of the variance";
        }
    }

    String KEEP = "keep";
    String EXPECTED = "a number of components, at least 1, or {keep: 0.95}, a share of the variance";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Components of(JsonNode node) {
        if (node.isInt()) {
            return new AtMost(node.intValue());
        }
        if (node.isObject() && Set.copyOf(node.propertyNames()).equals(Set.of(KEEP)) && node.get(KEEP).isNumber()) {
            return new Keep(node.get(KEEP).doubleValue());
        }
        throw new SettingException("pca", EXPECTED, node.toString());
    }
}
