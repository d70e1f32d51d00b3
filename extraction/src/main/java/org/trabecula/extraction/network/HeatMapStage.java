package org.trabecula.extraction.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.trabecula.core.Stage;
import org.trabecula.core.StageKey;
import org.trabecula.deep.crop.Crop;
import org.trabecula.deep.gradcam.GradCam;
import org.trabecula.deep.gradcam.HeatMap;
import org.trabecula.deep.weights.Safetensors;
import org.trabecula.deep.weights.StoredTensor;
import org.trabecula.deep.weights.TensorFile;

/// Where a network looked on one crop, kept under the crop's pixels, the network, and how it was asked.
final class HeatMapStage implements Stage<Crop, HeatMap> {
    private final GradCam cam;
    private final HeatMaps.Question question;
    private final String network;

    HeatMapStage(GradCam cam, HeatMaps.Question question, String network) {
        this.cam = cam;
        this.question = question;
        this.network = network;
    }

    @Override
    public String name() {
        return "heat-maps";
    }

    @Override
    public StageKey key(Crop crop) {
        return StageKey.of("heat map")
                .and("pixels", NetworkKey.of(crop.values(), 0, crop.values().length))
                .and("size", crop.channels() + " x " + crop.sizePixels())
                .and("question", question.toString())
                .and("network", network)
                .and("version", NetworkKey.CODE);
    }

    @Override
    public HeatMap compute(Crop crop) {
        return cam.explain(crop.values(), question.explained());
    }

    @Override
    public Form<HeatMap> form() {
        return Tensors.FORM;
    }

    private enum Tensors implements Form<HeatMap> {
        FORM;

        private static final String HEAT = "heat";
        private static final String LOGITS = "logits";
        private static final String CLASS = "class";

        @Override
        public String ending() {
            return ".safetensors";
        }

        @Override
        public void write(HeatMap map, Path file) throws IOException {
            Safetensors.write(
                    file,
                    TensorFile.of(
                            Map.of(CLASS, Integer.toString(map.explained())),
                            Map.entry(HEAT, StoredTensor.ofFloats(map.heat(), map.size(), map.size())),
                            Map.entry(LOGITS, StoredTensor.ofFloats(map.logits(), map.logits().length))));
        }

        @Override
        public HeatMap read(Path file) throws IOException {
            TensorFile content = TensorFile.read(file);
            StoredTensor heat = content.tensors().get(HEAT);
            StoredTensor logits = content.tensors().get(LOGITS);
            if (heat == null || logits == null || heat.shape().length != 2) {
                throw new IOException(file + " holds no heat map");
            }
            try {
                int explained = Integer.parseInt(content.metadata().getOrDefault(CLASS, ""));
                return new HeatMap(heat.toFloats(), (int) heat.shape()[0], explained, logits.toFloats());
            } catch (NumberFormatException e) {
                throw new IOException(file + " holds no heat map", e);
            }
        }
    }
}
