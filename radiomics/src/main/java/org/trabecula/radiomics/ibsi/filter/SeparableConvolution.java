package org.trabecula.radiomics.ibsi.filter;

import java.util.List;
import java.util.Optional;

/// Convolution with products of one-dimensional kernels, one after the other, in one orientation or pooled over all
/// right-angle rotations.
final class SeparableConvolution {
    private SeparableConvolution() {}

    /// @param cascade  each stage holds one kernel per filtered axis (i, j or i, j, k); a stage reads the one before
    /// @param rotation empty: as given; else pooled over the 4 (two axes) or 24 (three axes) rotations of the cascade
    static Field respond(
            Field image, List<List<Kernel>> cascade, Optional<Pooling> rotation, Boundary boundary, int jobs) {
        if (rotation.isEmpty()) {
            return once(image, cascade, boundary, jobs);
        }
        Pooling pooling = rotation.get();
        List<RightAngleRotation> rotations =
                RightAngleRotation.ofAxes(cascade.getFirst().size());
        Field pooled = null;
        for (RightAngleRotation turn : rotations) {
            Field response =
                    once(image, cascade.stream().map(turn::apply).toList(), boundary, jobs);
            if (pooled == null) {
                pooled = response;
            } else {
                pooling.add(pooled.values, response.values);
            }
        }
        if (pooled == null) {
            throw new IllegalStateException("there is always the identity");
        }
        pooling.finish(pooled.values, rotations.size());
        return pooled;
    }

    private static Field once(Field image, List<List<Kernel>> cascade, Boundary boundary, int jobs) {
        Field response = image;
        for (List<Kernel> stage : cascade) {
            for (int axis = 0; axis < stage.size(); axis++) {
                response = AxisConvolution.along(response, axis, stage.get(axis), boundary, jobs);
            }
        }
        return response;
    }
}
