package org.trabecula.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.trabecula.radiomics.parameters.ParameterFile;
import org.trabecula.study.settings.StudyYaml;

/// What people write: `study.yaml` and PyRadiomics' parameter files.
@Timeout(60)
class SettingsFuzzTest {
    private static final Path FOLDER = HostileInput.folder("settings");
    /// Nodes and events of some hundred bytes for each byte of text; aliases are counted before they are followed.
    private static final HostileInput BOUNDS = new HostileInput(64 * HostileInput.MIB);

    @FuzzTest
    void study(byte[] input) throws Exception {
        Path file = Files.write(FOLDER.resolve("study.yaml"), input);
        BOUNDS.hold(input.length, () -> StudyYaml.read(file));
    }

    @FuzzTest
    void parameters(byte[] input) throws Exception {
        Path file = Files.write(FOLDER.resolve("params.yaml"), input);
        BOUNDS.hold(input.length, () -> ParameterFile.open(file));
    }
}
