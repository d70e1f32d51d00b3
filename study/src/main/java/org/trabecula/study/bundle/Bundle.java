package org.trabecula.study.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.deep.network.NetworkWeights;
import org.trabecula.learn.model.ModelId;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.stats.roc.Cutoff;
import org.trabecula.study.fit.CentreColumns;
import org.trabecula.study.fit.ClinicalColumns;
import org.trabecula.study.fit.ClinicalFit;
import org.trabecula.study.fit.DeepPart;
import org.trabecula.study.fit.FittedMethod;
import org.trabecula.study.folder.StudyJson;
import org.trabecula.study.network.FittedNetwork;
import org.trabecula.study.problem.StudyProblem;
import org.trabecula.study.result.StudyResult;
import org.trabecula.table.FeatureTable;
import tools.jackson.core.JacksonException;

/// A finished model with its network, in memory.
///
/// @param network       empty for a model of a feature table
/// @param recalibration what was done to its probabilities since; empty as the study made it
public record Bundle(Model model, Optional<FittedNetwork> network, Optional<Recalibration> recalibration) {
    static final String CARD = "model-card.md";
    static final String RECALIBRATION = "recalibration.json";
    private static final String MODEL = "model.json";
    private static final String NETWORK = "network.safetensors";

    public Bundle {
        List<ModelId> models = model.clinical().models();
        recalibration.stream().flatMap(all -> all.updates().stream()).flatMap(update -> update.lines().keySet().stream())
                .filter(id -> !models.contains(id))
                .findFirst()
                .ifPresent(id -> {
                    throw new IllegalArgumentException("an update of " + id + ", where the models are " + models);
                });
        recalibration.stream().flatMap(all -> all.updates().stream()).forEach(update -> update.lines().forEach((id, change) -> {
            if (change instanceof Recalibration.Refit refit) {
                require(id, refit, model.clinical().termsOf(id));
            }
        }));
    }

    private static void require(ModelId id, Recalibration.Refit refit, List<String> terms) {
        if (!refit.model().terms().equals(terms) || refit.nomogram().isPresent() != (id.signature() == SignatureKind.NOMOGRAM)) {
            throw new IllegalArgumentException("a refit of " + id + " has its terms " + terms + ", got " + refit.model().terms());
        }
    }

    /// The bundle of a study.
    public static Bundle of(StudyResult result) {
        TrainingSummary seen = TrainingSummary.of(
                result.raw().cases(result.split().train().ids()),
                result.fitted().hcr().signature().names());
        return new Bundle(
                new Model(
                        AppliedSettings.of(result.settings()), result.cohort().classes(), result.synthetic(), result.fitted().hcr(),
                        result.fitted().deep().map(part -> new Model.Deep(
                                part.network().origin(), part.components(), part.dtl(), part.fusion())),
                        result.clinical(), result.cutoffs(), seen),
                result.fitted().deep().map(DeepPart::network),
                Optional.empty());
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
        recalibration.ifPresent(all -> contents.put(RECALIBRATION, StudyJson.text(all).getBytes(StandardCharsets.UTF_8)));
        contents.put(CARD, card.getBytes(StandardCharsets.UTF_8));
        BundleFile.write(file, createdBy, contents);
    }

    /// Reads a bundle; nothing in it is run. What is read holds together: every part has the shape and the features that the
    /// next one needs, every number is one, and a case of which nothing is known gets probabilities.
    ///
    /// @throws InputException BND-… if the file was changed or cannot be understood
    public static Bundle read(Path file) throws IOException {
        Map<String, byte[]> contents = BundleFile.read(file);
        String model = new String(entry(contents, MODEL, file), StandardCharsets.UTF_8);
        Optional<String> recalibration = Optional.ofNullable(contents.get(RECALIBRATION))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        return of(model, recalibration, () -> weights(entry(contents, NETWORK, file), file), file);
    }

    /// Where a network's weights come from.
    interface Weights {
        NetworkWeights read() throws IOException;
    }

    /// A model as text with its network, as a study made it.
    ///
    /// @param weights asked for where the model has a network
    /// @param file    for refusals
    static Bundle of(String text, Weights weights, Path file) throws IOException {
        return of(text, Optional.empty(), weights, file);
    }

    private static Bundle of(String text, Optional<String> updates, Weights weights, Path file) throws IOException {
        try {
            Model model = StudyJson.read(text, Model.class, OlderModels::complete);
            Optional<FittedNetwork> network = Optional.empty();
            if (model.deep().isPresent()) {
                network = Optional.of(new FittedNetwork(weights.read(), model.deep().get().origin()));
            }
            Bundle bundle = new Bundle(model, network, updates.map(all -> StudyJson.read(all, Recalibration.class)));
            bundle.requireProbabilities();
            return bundle;
        } catch (JacksonException e) {
            throw unreadable(file, reason(e), e);
        } catch (IllegalArgumentException e) {
            throw unreadable(file, String.valueOf(e.getMessage()), e);
        }
    }

    /// What was fitted, with its network.
    public FittedMethod method() {
        return new FittedMethod(
                model.hcr(),
                model.deep().map(deep -> new DeepPart(network.orElseThrow(), deep.components(), deep.dtl(), deep.fusion())),
                "", Map.of());
    }

    /// Probabilities as they are after every update.
    ///
    /// @param terms of the same cases, as [ClinicalFit#terms] gives them
    public Map<ModelId, double[]> updated(Map<ModelId, double[]> probabilities, FeatureTable terms) {
        return recalibration.map(all -> all.apply(probabilities, terms)).orElse(probabilities);
    }

    /// Total points of the nomogram as it is after every update; empty where there is none.
    ///
    /// @param points of the study's nomogram
    /// @param terms  of the same cases, as [ClinicalFit#terms] gives them
    public Optional<double[]> updatedPoints(Optional<double[]> points, FeatureTable terms) {
        Optional<Recalibration.Refit> refit = recalibration.flatMap(all -> all.refitted(ModelId.of(SignatureKind.NOMOGRAM)));
        return refit.isEmpty()
                ? points
                : refit.map(anew -> Arrays.stream(anew.model().logits(anew.columns(terms)))
                        .map(anew.nomogram().orElseThrow()::totalPoints)
                        .toArray());
    }

    /// Cut-offs by model, on the scale of the updated probabilities.
    public Map<ModelId, Cutoff> cutoffs() {
        return recalibration.map(all -> all.moved(model.cutoffs())).orElse(model.cutoffs());
    }

    /// Where nothing is known of a case, training medians stand in; the answer must still be one.
    private void requireProbabilities() {
        FittedMethod method = method();
        Map<SignatureKind, double[]> scores = method.scoreEmbedded(
                CentreColumns.unknown(unknown(method.hcr().inputs())), method.deep().map(part -> unknown(part.network().names())));
        FeatureTable patient = unknown(List.of(ClinicalColumns.AGE, ClinicalColumns.SEX));
        updated(model.clinical().probabilities(patient, scores), model.clinical().terms(patient, scores)).forEach((id, p) -> {
            if (!(p[0] >= 0 && p[0] <= 1)) {
                throw new IllegalArgumentException("the model " + id + " must give a probability between 0 and 1, got " + p[0]);
            }
        });
    }

    private static FeatureTable unknown(List<String> names) {
        double[][] columns = new double[names.size()][];
        Arrays.fill(columns, new double[] {Double.NaN});
        return new FeatureTable(List.of("unknown"), names, columns);
    }

    /// The innermost cause says what is wrong; the outer ones say where in our classes.
    private static String reason(JacksonException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case JacksonException json -> String.valueOf(json.getOriginalMessage());
            case NullPointerException _ -> "a value is missing";
            default -> String.valueOf(cause.getMessage());
        };
    }

    private static InputException unreadable(Path file, String found, Exception e) {
        return new InputException(
                new Problem(
                        StudyProblem.BUNDLE_UNREADABLE, file + ", " + MODEL, found, "a model as this version writes it",
                        "use the version of Trabecula that made the bundle, or copy it again from the study"),
                e);
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
    private static NetworkWeights weights(byte[] bytes, Path file) throws IOException {
        Path scratch = Files.createTempFile("trabecula-", ".safetensors");
        try {
            Files.write(scratch, bytes);
            NetworkWeights weights = NetworkWeights.load(scratch, Optional.empty());
            if (weights.architecture().inputChannels() != 1) {
                throw new IllegalArgumentException("a network of crops has one input channel, got "
                        + weights.architecture().inputChannels());
            }
            requireFinite(weights);
            return weights;
        } catch (InputException e) {
            throw e.at(file + ", " + NETWORK);
        } finally {
            Files.delete(scratch);
        }
    }

    private static void requireFinite(NetworkWeights weights) {
        for (String name : weights.names()) {
            for (float value : weights.values(name)) {
                if (!Float.isFinite(value)) {
                    throw new IllegalArgumentException("the weights " + name + " must be finite, got " + value);
                }
            }
        }
    }
}
