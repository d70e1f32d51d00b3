package org.trabecula.study.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.trabecula.core.Shown;
import org.trabecula.study.fit.LogisticModel;
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
        StringBuilder text = new StringBuilder("\n## ").append(update.kind() == Recalibration.Kind.REFIT ? "Refitted" : "Recalibrated").append("\n\n")
                .append(switch (update.kind()) {
                    case INTERCEPT -> "The intercept was fitted to the probabilities of ";
                    case SLOPE -> "Intercept and slope were fitted to the probabilities of ";
                    case REFIT -> "Coefficients were fitted anew to ";
                })
                .append(Shown.count(update.cases(), "case")).append(" (")
                .append(Shown.count(update.events(), "event")).append(") of `").append(update.cohort().replace("`", "'"))
                .append("`.\nThe model before: SHA-256 ").append(update.original()).append(".\n\n");
        return text.append(update.kind() == Recalibration.Kind.REFIT ? refits(update) : lines(update)).toString();
    }

    private static String lines(Recalibration.Update update) {
        StringBuilder text = new StringBuilder("| model | intercept | slope |\n|---|---|---|\n");
        update.lines().forEach((model, change) -> {
            if (change instanceof Recalibration.Line line) {
                text.append("| ").append(model).append(" | ")
                        .append(Shown.signed(line.intercept(), 3)).append(" | ").append(Shown.fixed(line.slope(), 3)).append(" |\n");
            }
        });
        return text.append("\nCut-offs moved with the probabilities, so every case is called as before. Points of the nomogram are those"
                        + " of the study;\nits probability axis is not updated: take the printed probabilities. Performance above is that"
                        + " of the model before.\n")
                .toString();
    }

    private static String refits(Recalibration.Update update) {
        StringBuilder text = new StringBuilder("| model | term | coefficient | SE by patient | cut-off |\n|---|---|---|---|---|\n");
        update.lines().forEach((model, change) -> {
            if (change instanceof Recalibration.Refit refit) {
                LogisticModel fitted = refit.model();
                text.append("| ").append(model).append(" | intercept | ").append(Shown.value(fitted.intercept())).append(" | | ")
                        .append(Shown.fixed(refit.cutoff().threshold(), 3)).append(" |\n");
                for (int term = 0; term < fitted.terms().size(); term++) {
                    text.append("| ").append(model).append(" | ").append(fitted.terms().get(term)).append(" | ")
                            .append(Shown.value(fitted.coefficients()[term])).append(" | ").append(Shown.value(fitted.standardError(term)))
                            .append(" | |\n");
                }
                text.append(fitted.note().isEmpty() ? "" : "| " + model + " | " + fitted.note() + " | | | |\n");
            }
        });
        return text.append("\nA signature's term is its logit as the study calibrated it; signatures and classifiers are those of the study. Cut-offs"
                        + " are Youden's\nof cross-fitted probabilities of that cohort, points are those of the refitted nomogram. Performance above is"
                        + " that of the model\nbefore; what the refitted one does in patients whom it has not met is in `validation.json`, cross-fitted by"
                        + " patient.\n")
                .toString();
    }
}
