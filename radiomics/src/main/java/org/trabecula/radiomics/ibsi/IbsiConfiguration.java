package org.trabecula.radiomics.ibsi;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.trabecula.radiomics.settings.Aggregation;

/// The configurations of IBSI 1 by name.
///
/// Source: IBSI reference manual, "Benchmarking"; Zwanenburg et al. 2020, doi:10.1148/radiol.2020191145, table 1.
public enum IbsiConfiguration {
    DIGITAL("The digital phantom: no processing, levels as they are, every aggregation", new IbsiSettings(
            Optional.empty(),
            false,
            IbsiResegmentation.NONE,
            Optional.empty(),
            new IbsiDiscretisation.AsIs(),
            new IvhIntensities.WholeSteps(),
            EnumSet.allOf(Aggregation.class))),
    A("Slice by slice, own grid, [−500, 400] HU, bins of 25 HU", new IbsiSettings(
            Optional.empty(),
            true,
            range(-500, 400, OptionalDouble.empty()),
            Optional.empty(),
            new IbsiDiscretisation.FixedBinSize(-500, 25),
            new IvhIntensities.WholeSteps(),
            inSlices())),
    B("Slice by slice, 2 mm in the slice (bilinear), [−500, 400] HU, 32 bins", new IbsiSettings(
            Optional.of(new IbsiResampling(2, 2, OptionalDouble.empty(), Interpolation.LINEAR, 0.5)),
            true,
            range(-500, 400, OptionalDouble.empty()),
            Optional.empty(),
            new IbsiDiscretisation.FixedBinNumber(32),
            new IvhIntensities.WholeSteps(),
            inSlices())),
    C("Volumetric, 2 mm (trilinear), [−1000, 400] HU, bins of 25 HU", new IbsiSettings(
            Optional.of(volumetric(Interpolation.LINEAR)),
            true,
            range(-1000, 400, OptionalDouble.empty()),
            Optional.empty(),
            new IbsiDiscretisation.FixedBinSize(-1000, 25),
            new IvhIntensities.FixedBinSize(2.5),
            inVolume())),
    D("Volumetric, 2 mm (trilinear), mean ± 3 standard deviations, 32 bins", new IbsiSettings(
            Optional.of(volumetric(Interpolation.LINEAR)),
            true,
            new IbsiResegmentation(Optional.empty(), OptionalDouble.of(3)),
            Optional.empty(),
            new IbsiDiscretisation.FixedBinNumber(32),
            new IvhIntensities.WholeSteps(),
            inVolume())),
    E("Volumetric, 2 mm (tricubic spline), [−1000, 400] HU and mean ± 3 standard deviations, 32 bins", new IbsiSettings(
            Optional.of(volumetric(Interpolation.CUBIC_SPLINE)),
            true,
            range(-1000, 400, OptionalDouble.of(3)),
            Optional.empty(),
            new IbsiDiscretisation.FixedBinNumber(32),
            new IvhIntensities.FixedBinNumber(1000),
            inVolume()));

    private final String summary;
    private final IbsiSettings settings;

    IbsiConfiguration(String summary, IbsiSettings settings) {
        this.summary = summary;
        this.settings = settings;
    }

    /// Grid, intensities and grey levels in a line.
    public String summary() {
        return summary;
    }

    /// The configuration as settings.
    public IbsiSettings settings() {
        return settings;
    }

    private static IbsiResampling volumetric(Interpolation interpolation) {
        return new IbsiResampling(2, 2, OptionalDouble.of(2), interpolation, 0.5);
    }

    private static IbsiResegmentation range(double lowest, double highest, OptionalDouble sigmas) {
        return new IbsiResegmentation(Optional.of(new IbsiResegmentation.Range(lowest, highest)), sigmas);
    }

    private static Set<Aggregation> inSlices() {
        return EnumSet.of(
                Aggregation.SLICE_AVERAGED,
                Aggregation.SLICE_MERGED,
                Aggregation.DIRECTION_MERGED,
                Aggregation.ALL_SLICES_MERGED,
                Aggregation.PER_SLICE,
                Aggregation.SLICES_ADDED);
    }

    private static Set<Aggregation> inVolume() {
        return EnumSet.of(Aggregation.VOLUME_AVERAGED, Aggregation.VOLUME_MERGED, Aggregation.VOLUME);
    }
}
