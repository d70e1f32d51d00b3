package org.trabecula.radiomics.parameters;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.nodes.Node;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.radiomics.yaml.BoundedYaml;
import org.trabecula.radiomics.yaml.YamlRefusal;

/// The tree of a parameter file's text, YAML or JSON.
final class YamlTree {
    private YamlTree() {}

    /// The root; empty for a text without any.
    ///
    /// @throws InputException PAR-001 if it is no YAML, or none that a person wrote
    static Optional<Node> of(String file, String text) {
        LoadSettings yaml = LoadSettings.builder().setLabel(file).setAllowDuplicateKeys(true).build();
        try {
            return BoundedYaml.compose(isJson(text) ? text.replace('\t', ' ') : text, yaml);
        } catch (YamlRefusal e) {
            throw new InputException(
                    new Problem(
                            ParameterProblem.PARAMETERS_UNREADABLE,
                            file + e.line(),
                            e.found(),
                            "YAML or JSON as PyRadiomics reads it",
                            "correct the line; a working file: trabecula features --preset original"),
                    e);
        }
    }

    /// JSON is YAML, but for tabs between its tokens (inside its words they cannot stand as they are).
    private static boolean isJson(String text) {
        return text.stripLeading().startsWith("{");
    }
}
