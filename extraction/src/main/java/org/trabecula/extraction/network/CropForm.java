package org.trabecula.extraction.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.trabecula.core.Stage;
import org.trabecula.deep.crop.Crop;
import org.trabecula.deep.crop.CropSettings;
import org.trabecula.deep.weights.Safetensors;
import org.trabecula.deep.weights.StoredTensor;
import org.trabecula.deep.weights.TensorFile;

/// A crop as a safetensors file: its values as a tensor, its place in the patient as metadata. Doubles are written as the
/// shortest decimals that read back to the same.
///
/// @param settings of the crops
record CropForm(CropSettings settings) implements Stage.Form<Crop> {
    private static final String VALUES = "crop";
    private static final String WIDTH = "width_mm";
    private static final String HEIGHT = "height_mm";
    private static final String SLICE = "slice";
    private static final String MEAN = "mean_hu";
    private static final String SD = "sd_hu";

    @Override
    public String ending() {
        return ".safetensors";
    }

    @Override
    public void write(Crop crop, Path file) throws IOException {
        int n = crop.sizePixels();
        Map<String, String> place = Map.of(
                WIDTH, Double.toString(crop.widthMm()),
                HEIGHT, Double.toString(crop.heightMm()),
                SLICE, Integer.toString(crop.sliceIndex()),
                MEAN, Double.toString(crop.meanHu()),
                SD, Double.toString(crop.sdHu()));
        Safetensors.write(file, TensorFile.of(place, Map.entry(VALUES, StoredTensor.ofFloats(crop.values(), crop.channels(), n, n))));
    }

    @Override
    public Crop read(Path file) throws IOException {
        TensorFile content = TensorFile.read(file);
        StoredTensor tensor = content.tensors().get(VALUES);
        int n = settings.sizePixels();
        if (tensor == null || tensor.shape().length != 3 || tensor.shape()[0] != settings.channels() || tensor.shape()[1] != n) {
            throw new IOException(file + " holds no crop of " + settings);
        }
        try {
            return new Crop(
                    tensor.toFloats(), settings, number(content, WIDTH), number(content, HEIGHT),
                    (int) number(content, SLICE), number(content, MEAN), number(content, SD));
        } catch (NumberFormatException e) {
            throw new IOException(file + " holds no crop", e);
        }
    }

    private static double number(TensorFile content, String name) {
        return Double.parseDouble(content.metadata().getOrDefault(name, ""));
    }
}
