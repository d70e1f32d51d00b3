package org.trabecula.study.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Who tests (step 1): `test: 0.2`, a share of the cases, or `test: [B]`, whole centres.
public sealed interface TestPart {
    /// As in the file: a number, or a list of names.
    @JsonValue
    Object yaml();

    /// Drawn at random.
    ///
    /// @param ofCases of each class, in [0, 1); 0: nobody tests
    record Share(double ofCases) implements TestPart {
        public Share {
            if (!(ofCases >= 0 && ofCases < 1)) {
                throw new SettingException("split.test", "at least 0, below 1", String.valueOf(ofCases));
            }
        }

        @Override
        public Object yaml() {
            return ofCases;
        }
    }

    /// All cases of some centres.
    ///
    /// @param names as in column `centre`, at least one
    record Centres(List<String> names) implements TestPart {
        public Centres {
            names = List.copyOf(names);
            if (names.isEmpty() || names.contains("") || new HashSet<>(names).size() < names.size()) {
                throw new SettingException("split.test", "one centre or several, each once", names.toString());
            }
        }

        @Override
        public Object yaml() {
            return names;
        }
    }

    /// Whether nobody tests.
    default boolean isNone() {
        return this instanceof Share(double ofCases) && ofCases == 0;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static TestPart of(JsonNode node) {
        if (node.isNumber()) {
            return new Share(node.doubleValue());
        }
        if (node.isArray()) {
            List<String> names = new ArrayList<>();
            node.forEach(name -> names.add(name.isValueNode() && !name.isNull() ? name.asString() : ""));
            return new Centres(names);
        }
        throw new SettingException("split.test", "a share of the cases such as 0.2, or a list of centres such as [B]", node.toString());
    }
}
