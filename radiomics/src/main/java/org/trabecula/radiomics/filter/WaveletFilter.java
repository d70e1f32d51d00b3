package org.trabecula.radiomics.filter;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.image.Box;
import org.trabecula.image.Size;
import org.trabecula.radiomics.settings.ImageType;
import org.trabecula.radiomics.settings.Slicing;

/// Stationary (undecimated) wavelet transform with periodic ends.
///
/// ```
/// y[n] = Σ_t f[t] x[(n + F/2 − t) mod N],   t = 0 … F − 1, f the low- or high-pass, along i, then j, then k
/// ```
///
/// Axes of odd length, transformed or not, are first lengthened by a copy of their first sample. Names have a letter per
/// transformed axis in the order i, j, k: LLH is high-pass along k. Sub-bands come in the order LLH … HHH, the
/// approximation LLL of the last level at the end. Nothing is rescaled: a constant c gives 2^1.5 c in LLL.
///
/// A further level applies the same filters to the LLL before it; they are *not* spread out, so this is not the usual
/// à-trous scheme. Images of 32-bit floats are computed in 32 bits.
///
/// Source: PyRadiomics `imageoperations._swt3` on PyWavelets `swtn`.
final class WaveletFilter implements ImageFilter {
    private final WaveletTaps taps;
    private final int level;
    private final int startLevel;
    private final int[] axes;

    WaveletFilter(ImageType.Wavelet settings, Slicing slicing) {
        taps = WaveletTaps.of(settings.wavelet())
                .orElseThrow(() -> new IllegalArgumentException("no wavelet " + settings.wavelet()));
        level = settings.level();
        startLevel = settings.startLevel();
        axes = java.util.stream.IntStream.range(0, 3).filter(axis -> !slicing.forbids(axis)).toArray();
    }

    @Override
    public List<DerivedImage> derive(FilterInput input) {
        Size size = input.size();
        Size even = new Size(size.i() + size.i() % 2, size.j() + size.j() % 2, size.k() + size.k() % 2);
        Box whole = new Box(0, 0, 0, even.i() - 1, even.j() - 1, even.k() - 1);
        boolean float32 = input.float32();
        double[] values = input.values();
        Size stored = size;
        for (int silent = 0; silent < startLevel; silent++) {
            values = SubBands.approximation(SubBands.around(values, stored, even, whole, axes, taps), taps, axes, float32);
            stored = even;
        }
        List<DerivedImage> derived = new ArrayList<>();
        for (int n = 1; n <= level; n++) {
            String prefix = n == 1 ? "wavelet-" : "wavelet" + n + "-";
            SubBands.Block block = SubBands.around(values, stored, even, input.box(), axes, taps);
            List<DerivedImage> bands = SubBands.all(block, taps, axes, prefix, float32);
            derived.addAll(bands.subList(1, bands.size()));
            if (n == level) {
                derived.add(bands.getFirst());
            } else {
                values = SubBands.approximation(
                        SubBands.around(values, stored, even, whole, axes, taps), taps, axes, float32);
                stored = even;
            }
        }
        return derived;
    }
}
