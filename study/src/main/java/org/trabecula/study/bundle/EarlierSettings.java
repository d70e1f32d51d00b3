package org.trabecula.study.bundle;

import java.util.List;
import org.trabecula.study.folder.StudyJson;
import org.trabecula.study.settings.StudyYaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Settings of models that were made before a setting existed: what it does by default is what was done then.
final class EarlierSettings {
    private static final String SETTINGS = "settings";
    /// Groups that came after bundles of this schema were first written.
    private static final List<String> LATER = List.of("evaluation");

    private EarlierSettings() {}

    /// The model as text, later groups of settings filled in with the defaults of `paper`; the very text where none is missing or where
    /// it is no model.
    static String completed(String text) {
        if (!(StudyJson.read(text, JsonNode.class) instanceof ObjectNode model && model.get(SETTINGS) instanceof ObjectNode settings)
                || settings.isEmpty() || LATER.stream().allMatch(settings::has)) {
            return text;
        }
        JsonNode defaults = StudyJson.read(StudyJson.text(StudyYaml.preset("paper")), JsonNode.class);
        LATER.stream().filter(group -> !settings.has(group)).forEach(group -> settings.set(group, defaults.get(group)));
        return StudyJson.text(model);
    }
}
