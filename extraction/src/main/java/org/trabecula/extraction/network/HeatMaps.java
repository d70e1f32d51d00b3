package org.trabecula.extraction.network;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.trabecula.core.CancelledException;
import org.trabecula.core.Progress;
import org.trabecula.core.StageStore;
import org.trabecula.deep.crop.Crop;
import org.trabecula.deep.gradcam.CamMethod;
import org.trabecula.deep.gradcam.GradCam;
import org.trabecula.deep.gradcam.HeatMap;
import org.trabecula.deep.network.NetworkWeights;

/// Where a network looked on many crops; what is finished is kept.
public final class HeatMaps {
    private HeatMaps() {}

    /// How the network is asked.
    ///
    /// @param layer     1 … 4: the activations after layer1 … layer4
    /// @param explained class; empty: the likelier one of each crop
    /// @param threads   inside the network
    public record Question(CamMethod method, int layer, OptionalInt explained, int threads) {}

    /// Maps in the order of the crops.
    ///
    /// @param weights with as many channels as the crops
    /// @throws org.trabecula.core.InputException NET-004 if crops and network do not fit
    /// @throws CancelledException if interrupted
    public static Map<String, HeatMap> of(
            Crops crops, NetworkWeights weights, Question question, StageStore store, Progress progress) throws IOException {
        progress.stage("heat maps", crops.all().size());
        Map<String, HeatMap> maps = new LinkedHashMap<>();
        try (GradCam cam = new GradCam(weights, question.layer(), question.method(), question.threads())) {
            HeatMapStage stage = new HeatMapStage(cam, question, store.keeps() ? NetworkKey.of(weights) : "");
            for (Map.Entry<String, Crop> crop : crops.all().entrySet()) {
                CancelledException.throwIfInterrupted();
                maps.put(crop.getKey(), store.get(stage, crop.getValue()));
                progress.done(crop.getKey());
            }
        }
        return maps;
    }
}
