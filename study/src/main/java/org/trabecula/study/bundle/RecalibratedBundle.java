package org.trabecula.study.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.trabecula.core.Shown;
import org.trabecula.study.folder.StudyJson;

/// Writes a bundle again with one more update: model and network byte for byte as they were, the update beside them, and the
/// model card says where it comes from.
public final class RecalibratedBundle {
    private RecalibratedBundle() {}

    /// @param original  the bundle that `update` names by its hash
    /// @param createdBy program and version
    /// @throws org.trabecula.core.InputException BND-… if the original cannot be read, or the update is of no model of it
    public static void write(Path original, Recalibration.Update update, String createdBy, Path file) throws IOException {
        Optional<Recalibration> before = Bundle.read(original).recalibration();
        Map<String, byte[]> contents = new LinkedHashMap<>(BundleFile.read(original));
        Recalibration all = before.map(known -> known.then(update)).orElseGet(() -> new Recalibration(java.util.List.of(update)));
        contents.put(Bundle.RECALIBRATION, bytes(StudyJson.text(all)));
        byte[] card = contents.getOrDefault(Bundle.CARD, new byte[0]);
        contents.put(Bundle.CARD, bytes(new String(card, StandardCharsets.UTF_8) + section(update)));
        BundleFile.write(file, createdBy, contents);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String section(Recalibration.Update update) {
        StringBuilder text = new StringBuilder("\n## Recalibrated\n\n")
                .append(update.kind() == Recalibration.Kind.INTERCEPT ? "The intercept was" : "Intercept and slope were")
                .append(" fitted to the probabilities of ").append(Shown.count(update.cases(), "case")).append(" (")
                .append(Shown.count(update.events(), "event")).append(") of `").append(update.cohort().replace("`", "'"))
                .append("`.\nThe model before: SHA-256 ").append(update.original()).append(".\n\n")
                .append("| model | intercept | slope |\n|---|---|---|\n");
        update.lines().forEach((model, line) -> text.append("| ").append(model).append(" | ")
                .append(Shown.signed(line.intercept(), 3)).append(" | ").append(Shown.fixed(line.slope(), 3)).append(" |\n"));
        return text.append("\nCut-offs moved with the probabilities, so every case is called as before. Points of the nomogram are those"
                        + " of the study;\nits probability axis is not updated: take the printed probabilities. Performance above is that"
                        + " of the model before.\n")
                .toString();
    }
}
