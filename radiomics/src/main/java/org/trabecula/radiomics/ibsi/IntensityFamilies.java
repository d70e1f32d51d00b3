package org.trabecula.radiomics.ibsi;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.trabecula.radiomics.ibsi.intensity.IntensityHistogram;
import org.trabecula.radiomics.ibsi.intensity.IntensityStatistics;
import org.trabecula.radiomics.ibsi.intensity.IntensityVolumeHistogram;
import org.trabecula.radiomics.ibsi.intensity.LocalIntensity;

/// Names the values of local intensity, statistics, histogram and intensity-volume histogram.
final class IntensityFamilies {
    private static final String MEAN_ZERO = "the mean is 0";
    private static final String QUARTILES_ZERO = "the 25th and 75th percentile add up to 0";
    private static final String ONE_LEVEL = "a histogram of one bin has no gradient";

    private IntensityFamilies() {}

    static void putLocal(IbsiRegion region, FeatureValues values, int jobs) {
        LocalIntensity local = LocalIntensity.of(region.image(), region.intensity().orElseThrow(), jobs);
        values.put(IbsiFeature.LOC_PEAK_LOC, local.localPeak());
        values.put(IbsiFeature.LOC_PEAK_GLOB, local.globalPeak());
    }

    static void putStatistics(double[] intensities, FeatureValues values) {
        IntensityStatistics s = IntensityStatistics.of(intensities);
        values.put(IbsiFeature.STAT_MEAN, s.mean());
        values.put(IbsiFeature.STAT_VAR, s.variance());
        values.put(IbsiFeature.STAT_SKEW, s.skewness());
        values.put(IbsiFeature.STAT_KURT, s.excessKurtosis());
        values.put(IbsiFeature.STAT_MEDIAN, s.median());
        values.put(IbsiFeature.STAT_MIN, s.minimum());
        values.put(IbsiFeature.STAT_P10, s.p10());
        values.put(IbsiFeature.STAT_P90, s.p90());
        values.put(IbsiFeature.STAT_MAX, s.maximum());
        values.put(IbsiFeature.STAT_IQR, s.interquartileRange());
        values.put(IbsiFeature.STAT_RANGE, s.range());
        values.put(IbsiFeature.STAT_MAD, s.meanAbsoluteDeviation());
        values.put(IbsiFeature.STAT_RMAD, s.robustMeanAbsoluteDeviation());
        values.put(IbsiFeature.STAT_MEDAD, s.medianAbsoluteDeviation());
        values.put(IbsiFeature.STAT_COV, s.coefficientOfVariation(), MEAN_ZERO);
        values.put(IbsiFeature.STAT_QCOD, s.quartileCoefficientOfDispersion(), QUARTILES_ZERO);
        values.put(IbsiFeature.STAT_ENERGY, s.energy());
        values.put(IbsiFeature.STAT_RMS, s.rootMeanSquare());
    }

    static void putHistogram(int[] levels, FeatureValues values) {
        IntensityStatistics s =
                IntensityStatistics.of(Arrays.stream(levels).asDoubleStream().toArray());
        IntensityHistogram h = IntensityHistogram.of(levels);
        values.put(IbsiFeature.IH_MEAN, s.mean());
        values.put(IbsiFeature.IH_VAR, s.variance());
        values.put(IbsiFeature.IH_SKEW, s.skewness());
        values.put(IbsiFeature.IH_KURT, s.excessKurtosis());
        values.put(IbsiFeature.IH_MEDIAN, s.median());
        values.put(IbsiFeature.IH_MIN, s.minimum());
        values.put(IbsiFeature.IH_P10, s.p10());
        values.put(IbsiFeature.IH_P90, s.p90());
        values.put(IbsiFeature.IH_MAX, s.maximum());
        values.put(IbsiFeature.IH_MODE, h.mode());
        values.put(IbsiFeature.IH_IQR, s.interquartileRange());
        values.put(IbsiFeature.IH_RANGE, s.range());
        values.put(IbsiFeature.IH_MAD, s.meanAbsoluteDeviation());
        values.put(IbsiFeature.IH_RMAD, s.robustMeanAbsoluteDeviation());
        values.put(IbsiFeature.IH_MEDAD, s.medianAbsoluteDeviation());
        values.put(IbsiFeature.IH_COV, s.coefficientOfVariation());
        values.put(IbsiFeature.IH_QCOD, s.quartileCoefficientOfDispersion());
        values.put(IbsiFeature.IH_ENTROPY, h.entropyBit());
        values.put(IbsiFeature.IH_UNIFORMITY, h.uniformity());
        values.put(IbsiFeature.IH_MAX_GRAD, h.maximumGradient(), ONE_LEVEL);
        values.put(IbsiFeature.IH_MAX_GRAD_G, h.maximumGradientLevel(), ONE_LEVEL);
        values.put(IbsiFeature.IH_MIN_GRAD, h.minimumGradient(), ONE_LEVEL);
        values.put(IbsiFeature.IH_MIN_GRAD_G, h.minimumGradientLevel(), ONE_LEVEL);
    }

    static void putVolumeHistogram(double[] intensities, IbsiSettings settings, FeatureValues values) {
        Optional<IntensityVolumeHistogram> histogram =
                IvhHistogram.of(settings.ivh(), intensities, settings.resegmentation().range());
        if (histogram.isEmpty()) {
            values.undefined(IbsiFamily.VOLUME_HISTOGRAM, Set.of(), "the intensities span more steps than are walked");
            return;
        }
        IntensityVolumeHistogram ivh = histogram.get();
        double v10 = ivh.volumeFractionAt(0.1);
        double v90 = ivh.volumeFractionAt(0.9);
        double i10 = ivh.intensityAt(0.1);
        double i90 = ivh.intensityAt(0.9);
        String none = "no intensity has so small a volume fraction";
        values.put(IbsiFeature.IVH_V10, v10);
        values.put(IbsiFeature.IVH_V90, v90);
        values.put(IbsiFeature.IVH_I10, i10, none);
        values.put(IbsiFeature.IVH_I90, i90, none);
        values.put(IbsiFeature.IVH_DIFF_V10_V90, v10 - v90);
        values.put(IbsiFeature.IVH_DIFF_I10_I90, i10 - i90, none);
        values.put(IbsiFeature.IVH_AUC, ivh.areaUnderCurve());
    }
}
