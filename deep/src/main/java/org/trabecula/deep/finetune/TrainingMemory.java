package org.trabecula.deep.finetune;

import org.trabecula.deep.resnet.ResNetArchitecture;

/// About how much native memory one fine-tuning takes, so that no more run side by side than fit.
public final class TrainingMemory {
    /// A parameter, its moment, its gradient, its kernel times BatchNorm's factor, the gradient of that, and one more in passing.
    private static final long COPIES = 6;
    /// What ResNet152, the deepest, keeps of its convolutions for the way back, by pixel of its input: 450 numbers, and as many in passing.
    private static final long NUMBERS_A_PIXEL = 2 * 450;

    private TrainingMemory() {}

    /// @param batch crops a step
    /// @param size  of a crop's side, pixels
    public static long bytes(ResNetArchitecture architecture, int batch, int size) {
        long numbers = 0;
        for (long[] shape : architecture.layout().values()) {
            long count = 1;
            for (long length : shape) {
                count *= length;
            }
            numbers += count;
        }
        return Float.BYTES * (COPIES * numbers + NUMBERS_A_PIXEL * batch * size * size);
    }
}
