package org.trabecula.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.trabecula.study.bundle.Bundle;
import org.trabecula.study.bundle.BundleFile;

/// A finished model: the file `model.trabecula`, and `model.json` in a sound one.
@Timeout(60)
class BundleFuzzTest {
    private static final Path FOLDER = HostileInput.folder("bundle");
    /// Entries are at most a thousand times as large as they are packed, and inputs have some ten kilobytes.
    private static final HostileInput BOUNDS = new HostileInput(192 * HostileInput.MIB);

    @FuzzTest
    void bundle(byte[] input) throws Exception {
        Path file = Files.write(FOLDER.resolve("model.trabecula"), input);
        BOUNDS.hold(input.length, () -> Bundle.read(file));
    }

    /// Checksums catch every damage of the file; here they are right, so that the model is read.
    @FuzzTest
    void model(byte[] input) throws Exception {
        Path file = FOLDER.resolve("written.trabecula");
        BundleFile.write(file, "fuzz", Map.of("model.json", input, "model-card.md", "card".getBytes(StandardCharsets.UTF_8)));
        BOUNDS.hold(input.length, () -> Bundle.read(file));
    }
}
