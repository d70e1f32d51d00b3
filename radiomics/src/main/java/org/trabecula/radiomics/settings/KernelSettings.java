package org.trabecula.radiomics.settings;

import java.util.OptionalInt;

/// How feature maps are made, PyRadiomics' `voxelSetting`.
///
/// @param radius    `kernelRadius`: a kernel reaches so many voxels from its centre along every axis; ≥ 1
/// @param masked    `maskedKernel`: whether kernels, and the grey levels, see the region only or the whole map
/// @param initValue `initValue`: what a map holds outside the region; may be NaN
/// @param batch     `voxelBatch`: how many voxels PyRadiomics computes at a time; empty: all. Decides the numbers of `JointAverage` and
///     `MCC` only
public record KernelSettings(int radius, boolean masked, double initValue, OptionalInt batch) {
    /// The widest kernel, 41 voxels along each axis, is larger than a vertebra.
    public static final int LARGEST_RADIUS = 20;

    /// PyRadiomics' defaults.
    public static final KernelSettings DEFAULTS = new KernelSettings(1, true, 0, OptionalInt.empty());

    public KernelSettings {
        if (radius < 1 || radius > LARGEST_RADIUS) {
            throw new IllegalArgumentException("kernelRadius must be 1 … " + LARGEST_RADIUS + " voxels, got " + radius);
        }
        if (batch.isPresent() && batch.getAsInt() < 1) {
            throw new IllegalArgumentException("voxelBatch must be at least 1, got " + batch.getAsInt());
        }
    }

    /// Whether this is [#DEFAULTS]. Compared value by value: a record's `equals` is put together at its first call, which a short command waits for.
    public boolean isDefault() {
        return radius == DEFAULTS.radius && masked == DEFAULTS.masked && Double.compare(initValue, DEFAULTS.initValue) == 0
                && batch.equals(DEFAULTS.batch);
    }

    /// Every value in words, for keys of what is computed.
    public String text() {
        return "{\"kernelRadius\": " + radius + ", \"maskedKernel\": " + masked + ", \"initValue\": " + initValue
                + (batch.isPresent() ? ", \"voxelBatch\": " + batch.getAsInt() : "") + "}";
    }
}
