package org.trabecula.study.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.deep.resnet.ResNetWeights;
import org.trabecula.learn.Subject;
import org.trabecula.stats.roc.Cutoff;
import org.trabecula.study.StudyJson;
import org.trabecula.study.StudyProblem;
import org.trabecula.study.StudyResult;
import org.trabecula.study.evaluate.Evaluation;
import org.trabecula.study.network.FittedNetwork;
import tools.jackson.core.JacksonException;

/// A finished model with its network, in memory.
public record Bundle(Model model, FittedNetwork network) {
    private static final String MODEL = "model.json";
    private static final String NETWORK = "network.safetensors";
    private static final String CARD = "model-card.md";

    /// The bundle of a study.
    public static Bundle of(StudyResult result) {
        Map<String, Cutoff> cutoffs = new LinkedHashMap<>();
        for (Evaluation.Row row : result.evaluation().rows()) {
            cutoffs.put(row.model(), row.cutoff());
        }
        TrainingSummary seen = TrainingSummary.of(
                result.raw().cases(result.split().train().stream().map(Subject::caseId).toList()),
                result.fitted().hcr().signature().names());
        return new Bundle(
                new Model(
                        result.settings(), result.synthetic(), result.fitted().network().origin(), result.fitted().hcr(),
                        result.fitted().components(), result.fitted().dtl(), result.fitted().fusion(), result.clinical(),
                        cutoffs, seen),
                result.fitted().network());
    }

    /// Writes `model.trabecula`.
    ///
    /// @param scratch folder for the network's file on its way into the zip
    public void write(Path file, String createdBy, String card, Path scratch) throws IOException {
        Files.createDirectories(scratch);
        Path weights = scratch.resolve(NETWORK);
        network.weights().save(weights);
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put(MODEL, StudyJson.text(model).getBytes(StandardCharsets.UTF_8));
        contents.put(NETWORK, Files.readAllBytes(weights));
        contents.put(CARD, card.getBytes(StandardCharsets.UTF_8));
        BundleFile.write(file, createdBy, contents);
        Files.delete(weights);
    }

    /// Reads a bundle; nothing in it is run.
    ///
    /// @throws InputException BND-… if the file was changed or cannot be understood
    public static Bundle read(Path file) throws IOException {
        Map<String, byte[]> contents = BundleFile.read(file);
        byte[] json = contents.get(MODEL);
        byte[] weights = contents.get(NETWORK);
        if (json == null || weights == null) {
            throw new InputException(new Problem(
                    StudyProblem.BUNDLE_UNREADABLE, file.toString(), "no " + (json == null ? MODEL : NETWORK),
                    "a bundle written by Trabecula", "copy the bundle again from the study that made it"));
        }
        Path scratch = Files.createTempFile("trabecula-", ".safetensors");
        try {
            Files.write(scratch, weights);
            Model model = StudyJson.read(new String(json, StandardCharsets.UTF_8), Model.class);
            return new Bundle(model, new FittedNetwork(ResNetWeights.load(scratch, Optional.empty()), model.origin()));
        } catch (JacksonException e) {
            throw new InputException(
                    new Problem(
                            StudyProblem.BUNDLE_UNREADABLE, file.toString() + ", " + MODEL,
                            String.valueOf(e.getOriginalMessage()), "a model as this version writes it",
                            "use the version of Trabecula that made the bundle"),
                    e);
        } finally {
            Files.delete(scratch);
        }
    }
}
