package org.trabecula.deep.finetune;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Optional;
import org.trabecula.deep.DeepProblem;
import org.trabecula.deep.weights.LazyFloats;
import org.trabecula.deep.weights.Safetensors;
import org.trabecula.deep.weights.StoredTensor;
import org.trabecula.deep.weights.TensorFile;

/// Everything a training needs to go on after an epoch as if it had never stopped. Random numbers need no state: each
/// epoch's streams are derived from the seed by name.
///
/// @param fingerprint    of the data, first weights, settings and seed; another training's checkpoint is refused
/// @param epochs         results so far
/// @param steps          curves so far
/// @param network        every tensor of the network, without the embedding's factor
/// @param embeddingScale that factor
/// @param moments        of the optimizer
/// @param bestEpoch      with the lowest validation loss; 0 without early stopping
/// @param best           the network after that epoch, the factor in it; empty without early stopping
record Checkpoint(
        String fingerprint,
        List<EpochResult> epochs,
        FineTuned.Steps steps,
        Map<String, LazyFloats> network,
        double embeddingScale,
        Map<String, LazyFloats> moments,
        int bestEpoch,
        Map<String, float[]> best) {
    private static final String FILE = "checkpoint.safetensors";
    private static final int EPOCH_COLUMNS = 7;
    private static final String NETWORK = "network.";
    private static final String MOMENT = "moment.";
    private static final String BEST = "best.";

    /// Replaces the folder's checkpoint, if there is one; on a failure the old one stays.
    void write(Path folder) throws IOException {
        SequencedMap<String, StoredTensor> tensors = new LinkedHashMap<>();
        double[] table = new double[epochs.size() * EPOCH_COLUMNS];
        for (int e = 0; e < epochs.size(); e++) {
            EpochResult r = epochs.get(e);
            double[] row = {
                r.epoch(), r.backboneRate(), r.headRate(), r.loss(), r.auc(), r.validationLoss(), r.validationAuc()
            };
            System.arraycopy(row, 0, table, e * EPOCH_COLUMNS, EPOCH_COLUMNS);
        }
        tensors.put("epochs", StoredTensor.ofDoubles(table, epochs.size(), EPOCH_COLUMNS));
        tensors.put("steps.backbone_rate", StoredTensor.ofDoubles(steps.backboneRate(), steps.backboneRate().length));
        tensors.put("steps.head_rate", StoredTensor.ofDoubles(steps.headRate(), steps.headRate().length));
        tensors.put("steps.loss", StoredTensor.ofDoubles(steps.loss(), steps.loss().length));
        SequencedMap<String, LazyFloats> state = new LinkedHashMap<>();
        network.forEach((name, values) -> state.put(NETWORK + name, values));
        moments.forEach((name, values) -> state.put(MOMENT + name, values));
        best.forEach((name, values) -> state.put(BEST + name, new LazyFloats(values.length, () -> values)));
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("fingerprint", fingerprint);
        metadata.put("embedding_scale", Double.toString(embeddingScale));
        metadata.put("best_epoch", Integer.toString(bestEpoch));
        Safetensors.write(folder.resolve(FILE), metadata, tensors, state);
    }

    /// The folder's checkpoint; empty where there is none.
    ///
    /// @throws org.trabecula.core.InputException NET-007 if it belongs to another training, WTS-… if it is damaged
    static Optional<Checkpoint> read(Path folder, String fingerprint) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        TensorFile content = TensorFile.read(file);
        if (!fingerprint.equals(content.metadata().get("fingerprint"))) {
            throw DeepProblem.OTHER_CHECKPOINT.refuse(
                    file.toString(),
                    "a checkpoint made from other crops, weights, settings or another seed",
                    "a checkpoint of this training (fingerprint " + fingerprint.substring(0, 12) + ")",
                    "choose another output folder, or remove this checkpoint if it is no longer needed");
        }
        double[] table = content.tensor("epochs").toDoubles();
        List<EpochResult> epochs = new ArrayList<>();
        for (int at = 0; at < table.length; at += EPOCH_COLUMNS) {
            double[] row = Arrays.copyOfRange(table, at, at + EPOCH_COLUMNS);
            epochs.add(new EpochResult((int) row[0], row[1], row[2], row[3], row[4], row[5], row[6]));
        }
        FineTuned.Steps steps = new FineTuned.Steps(
                content.tensor("steps.backbone_rate").toDoubles(),
                content.tensor("steps.head_rate").toDoubles(),
                content.tensor("steps.loss").toDoubles());
        Map<String, float[]> best = new LinkedHashMap<>();
        under(content, BEST).forEach((name, values) -> best.put(name, values.values().get()));
        return Optional.of(new Checkpoint(
                fingerprint,
                epochs,
                steps,
                under(content, NETWORK),
                Double.parseDouble(content.metadata().getOrDefault("embedding_scale", "1")),
                under(content, MOMENT),
                Integer.parseInt(content.metadata().getOrDefault("best_epoch", "0")),
                best));
    }

    private static Map<String, LazyFloats> under(TensorFile content, String prefix) {
        Map<String, LazyFloats> values = new LinkedHashMap<>();
        content.tensors().forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                values.put(name.substring(prefix.length()), new LazyFloats(tensor.elements(), tensor::toFloats));
            }
        });
        return values;
    }
}
