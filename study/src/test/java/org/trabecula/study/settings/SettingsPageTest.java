package org.trabecula.study.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// `docs/settings.md` lists every key.
class SettingsPageTest {
    @Test
    void everyKeyIsOnThePage() throws IOException {
        String page = Files.readString(Reference.root().resolve("docs/settings.md"));
        List<String> keys = new ArrayList<>();
        collect(new YAMLMapper().readTree(StudyYaml.write(StudyYaml.preset("paper"))), "", keys);
        assertThat(keys).hasSizeGreaterThan(40).allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
    }

    /// What a grid holds is on the page of classifiers.
    private static void collect(JsonNode node, String path, List<String> keys) {
        node.properties().forEach(entry -> {
            String key = path + entry.getKey();
            if (entry.getValue().isObject() && !key.startsWith("grids.")) {
                collect(entry.getValue(), key + ".", keys);
            } else {
                keys.add(key);
            }
        });
    }
}
