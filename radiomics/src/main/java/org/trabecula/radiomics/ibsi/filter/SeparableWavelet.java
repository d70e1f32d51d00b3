package org.trabecula.radiomics.ibsi.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Volume;
import org.trabecula.radiomics.filter.WaveletTaps;

/// One sub-band of an undecimated separable wavelet decomposition — IBSI `25BO`.
///
/// The decomposition filters are convolution kernels with centre ⌊length/2⌋. At each further level a zero stands after
/// every tap of the filters before (the last too), so their length doubles. Levels before the last are low-pass on all axes;
/// nothing is rescaled, so a constant grows by √2 per axis and level.
///
/// Source: IBSI 2 manual, "Separable wavelets"; Holschneider et al. 1990, doi:10.1007/978-3-642-75988-8_28 (à trous).
///
/// @param wavelet  a name that [WaveletTaps] knows, such as `coif1`
/// @param subBand  L or H for x, y (and z), such as `LLH`
/// @param level    1 for the finest
/// @param rotation pooling over right-angle rotations, or none
public record SeparableWavelet(
        String wavelet, String subBand, int level, Optional<Pooling> rotation, Boundary boundary)
        implements Filter {
    public SeparableWavelet {
        if (WaveletTaps.of(wavelet).isEmpty()) {
            throw new IllegalArgumentException("wavelets are " + WaveletTaps.names() + ", got " + wavelet);
        }
        if (!subBand.matches("[LH]{2,3}")) {
            throw new IllegalArgumentException("a sub-band names L or H for two or three axes, got " + subBand);
        }
        if (level < 1 || level > 10) {
            throw new IllegalArgumentException("level must be 1 … 10, got " + level);
        }
    }

    @Override
    public Volume respond(Volume image, Box wanted, int jobs) {
        List<List<Kernel>> cascade = new ArrayList<>();
        for (int stage = 1; stage < level; stage++) {
            cascade.add(kernels("L".repeat(subBand.length()), stage));
        }
        cascade.add(kernels(subBand, level));
        return Vicinity.respond(
                this, image, wanted,
                field -> SeparableConvolution.respond(field, cascade, rotation, boundary, jobs));
    }

    @Override
    public OptionalInt reachVoxels(Grid grid, int axis) {
        int longest = taps().low().length * ((1 << level) - 1); // 1 + 2 + 4 … times the taps
        return Vicinity.reach(longest, axis, subBand.length(), boundary);
    }

    private WaveletTaps taps() {
        return WaveletTaps.of(wavelet).orElseThrow();
    }

    private List<Kernel> kernels(String bands, int stage) {
        List<Kernel> kernels = new ArrayList<>();
        for (int axis = 0; axis < bands.length(); axis++) {
            double[] taps = bands.charAt(axis) == 'L' ? taps().low() : taps().high();
            kernels.add(Kernel.centred(spread(taps, 1 << (stage - 1))));
        }
        return kernels;
    }

    /// The taps `distance` apart, zeros between and after.
    private static double[] spread(double[] taps, int distance) {
        double[] spread = new double[taps.length * distance];
        for (int m = 0; m < taps.length; m++) {
            spread[m * distance] = taps[m];
        }
        return spread;
    }
}
