package org.trabecula.study.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.radiomics.settings.ParameterFile;
import org.trabecula.radiomics.settings.Settings;
import org.trabecula.study.StudyProblem;

/// The radiomics settings that `features:` names.
final class FeaturePreset {
    private FeaturePreset() {}

    static Settings settings(String name) {
        try (InputStream in = FeaturePreset.class.getResourceAsStream("/org/trabecula/study/features/" + name + ".yaml")) {
            if (in == null) {
                throw new InputException(new Problem(
                        StudyProblem.BAD_SETTING, "setting features", "'" + name + "'", "paper1648",
                        "use paper1648, the composition of the published study"));
            }
            return ParameterFile.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
