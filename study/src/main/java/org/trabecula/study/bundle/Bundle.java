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
import org.trabecula.evaluation.Evaluation;
import org.trabecula.learn.Subject;
import org.trabecula.study.fit.DeepPart;
import org.trabecula.study.folder.StudyJson;
import org.trabecula.study.network.FittedNetwork;
import org.trabecula.study.problem.StudyProblem;
import org.trabecula.study.result.StudyResult;
import tools.jackson.core.JacksonException;

/// A finished model with its network, in memory.
///
/// @param network empty for a model of a feature table
public record Bundle(Model model, Optional<FittedNetwork> network) {
    private static final String MODEL = "model.json";
    private static final String NETWORK = "network.safetensors";
    private static final String CARD = "model-card.md";

    /// The bundle of a study.
    public static Bundle of(StudyResult result) {
        TrainingSummary seen = TrainingSummary.of(
                result.raw().cases(result.split().train().stream().map(Subject::caseId).toList()),
                result.fitted().hcr().signature().names());
        return new Bundle(
                new Model(
                        result.settings(), result.cohort().classes(), result.synthetic(), result.fitted().hcr(),
                        result.fitted().deep().map(part -> new Model.Deep(
                                part.network().origin(), part.components(), part.dtl(), part.fusion())),
                        result.clinical(), result.cutoffs(), seen),
                result.fitted().deep().map(DeepPart::network));
    }

    /// Writes `model.trabecula`.
    ///
    /// @param scratch folder for the network's file on its way into the zip
    public void write(Path file, String createdBy, String card, Path scratch) throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put(MODEL, StudyJson.text(model).getBytes(StandardCharsets.UTF_8));
        if (network.isPresent()) {
            Files.createDirectories(scratch);
            Path weights = scratch.resolve(NETWORK);
            network.get().weights().save(weights);
            contents.put(NETWORK, Files.readAllBytes(weights));
            Files.delete(weights);
        }
        contents.put(CARD, card.getBytes(StandardCharsets.UTF_8));
        BundleFile.write(file, createdBy, contents);
    }

    /// Reads a bundle; nothing in it is run.
    ///
    /// @throws InputException BND-… if the file was changed or cannot be understood
    public static Bundle read(Path file) throws IOException {
        Map<String, byte[]> contents = BundleFile.read(file);
        try {
            Model model = StudyJson.read(new String(entry(contents, MODEL, file), StandardCharsets.UTF_8), Model.class);
            if (model.deep().isEmpty()) {
                return new Bundle(model, Optional.empty());
            }
            ResNetWeights weights = weights(entry(contents, NETWORK, file));
            return new Bundle(model, Optional.of(new FittedNetwork(weights, model.deep().get().origin())));
        } catch (JacksonException e) {
            throw new InputException(
                    new Problem(
                            StudyProblem.BUNDLE_UNREADABLE, file.toString() + ", " + MODEL,
                            String.valueOf(e.getOriginalMessage()), "a model as this version writes it",
                            "use the version of Trabecula that made the bundle"),
                    e);
        }
    }

    private static byte[] entry(Map<String, byte[]> contents, String name, Path file) {
        byte[] bytes = contents.get(name);
        if (bytes == null) {
            throw new InputException(new Problem(
                    StudyProblem.BUNDLE_UNREADABLE, file.toString(), "no " + name, "a bundle written by Trabecula",
                    "copy the bundle again from the study that made it"));
        }
        return bytes;
    }

    /// The strict reader of weights reads files, so the entry passes through one.
    private static ResNetWeights weights(byte[] bytes) throws IOException {
        Path scratch = Files.createTempFile("trabecula-", ".safetensors");
        try {
            Files.write(scratch, bytes);
            return ResNetWeights.load(scratch, Optional.empty());
        } finally {
            Files.delete(scratch);
        }
    }
}
