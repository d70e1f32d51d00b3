package org.trabecula.study.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.trabecula.core.Suggestion;
import org.trabecula.extraction.check.QualityCheck;
import tools.jackson.databind.JsonNode;

/// By which warnings of the automatic quality checks a study leaves cases out: `exclude_on: [metal, cut-by-field-of-view]`. None by
/// default. A case with several of them is counted under the first that the list names.
///
/// @param checks different ones, in the order of the list
public record ExcludeOn(List<QualityCheck> checks) {
    private static final String KEY = "exclude_on";
    private static final String EXPECTED = "a list of different checks, of: " + String.join(", ", QualityCheck.keys());

    public ExcludeOn {
        checks = List.copyOf(checks);
        if (Set.copyOf(checks).size() != checks.size()) {
            throw new SettingException(KEY, EXPECTED, names(checks).toString());
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ExcludeOn of(JsonNode node) {
        if (!node.isArray()) {
            throw new SettingException(KEY, EXPECTED, node.toString());
        }
        List<QualityCheck> checks = new ArrayList<>();
        for (JsonNode one : node) {
            String name = one.asString("");
            checks.add(QualityCheck.of(name).orElseThrow(() -> new SettingException(
                    KEY, EXPECTED, one.toString(),
                    Suggestion.nearest(name, QualityCheck.keys()).map(near -> "did you mean '" + near + "'?"))));
        }
        return new ExcludeOn(checks);
    }

    /// As in the file.
    @JsonValue
    public List<String> names() {
        return names(checks);
    }

    private static List<String> names(List<QualityCheck> checks) {
        return checks.stream().map(QualityCheck::key).toList();
    }
}
