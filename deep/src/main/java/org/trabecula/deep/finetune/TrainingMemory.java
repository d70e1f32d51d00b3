package org.trabecula.deep.finetune;

import org.trabecula.deep.network.NetworkArchitecture;
import org.trabecula.deep.network.NetworkShapes;
import org.trabecula.deep.network.ResNetArchitecture;
import org.trabecula.deep.network.VggArchitecture;

/// About how much native memory one fine-tuning takes, so that no more run side by side than fit.
public final class TrainingMemory {
    /// A parameter, its moment, its gradient, its kernel times BatchNorm's factor, the gradient of that, and one more in passing.
    private static final long COPIES = 6;
    /// What ResNet152, the deepest, keeps of its convolutions for the way back, by pixel of its input.
    private static final double OF_RESNET = 450;
    /// As many numbers as are kept are there in passing.
    private static final long AND_IN_PASSING = 2;
    /// A side on which every part of a network has whole pixels.
    private static final int SIDE = 224;

    private TrainingMemory() {}

    /// @param batch crops a step
    /// @param size  of a crop's side, pixels
    public static long bytes(NetworkArchitecture architecture, int batch, int size) {
        long numbers = 0;
        for (long[] shape : architecture.layout().values()) {
            numbers += NetworkArchitecture.count(shape);
        }
        long aPixel = (long) (AND_IN_PASSING * keptAPixel(architecture));
        return Float.BYTES * (COPIES * numbers + aPixel * batch * size * size);
    }

    /// Numbers by pixel of the input that a step keeps for the way back.
    private static double keptAPixel(NetworkArchitecture architecture) {
        return switch (architecture) {
            case ResNetArchitecture _ -> OF_RESNET;
            case VggArchitecture vgg -> keptAPixel(vgg);
        };
    }

    /// Of every convolution its result, with a BatchNorm behind it that of both; of every max pooling its result, and 64 bits that say
    /// where it was.
    private static double keptAPixel(VggArchitecture vgg) {
        double kept = 0;
        for (int block = 1; block <= vgg.blocks(); block++) {
            NetworkShapes.Part part = vgg.parts(SIDE).get(block - 1);
            double pooled = part.channels() * Math.pow((double) part.sizePixels() / SIDE, 2);
            kept += 4 * pooled * vgg.depth().convolutions(block) * (vgg.norm() ? 2 : 1) + 3 * pooled;
        }
        return kept;
    }
}
