package org.trabecula.radiomics.parameters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Suggestion;
import org.trabecula.image.resample.Interpolator;
import org.trabecula.radiomics.filter.WaveletTaps;
import org.trabecula.radiomics.settings.Discretisation;
import org.trabecula.radiomics.settings.FeatureSettings;
import org.trabecula.radiomics.settings.ImageType.LocalBinaryPattern2D.Method;
import org.trabecula.radiomics.settings.ImageType;
import org.trabecula.radiomics.settings.MaskRules;
import org.trabecula.radiomics.settings.Normalisation;
import org.trabecula.radiomics.settings.Preparation;
import org.trabecula.radiomics.settings.Resampling;
import org.trabecula.radiomics.settings.Resegmentation;
import org.trabecula.radiomics.settings.WeightingNorm;

/// The keys of `setting`, with PyRadiomics' meaning and defaults, as records.
///
/// Keys of one image type are laid over the general ones before its records are made.
final class SettingKeys {
    /// Every key that PyRadiomics knows.
    static final List<String> KNOWN = List.of(
            "additionalInfo", "binCount", "binWidth", "correctMask", "distances", "force2D", "force2Ddimension",
            "geometryTolerance", "gldm_a", "gradientUseSpacing", "interpolator", "label", "label_channel",
            "lbp2DMethod", "lbp2DRadius", "lbp2DSamples", "lbp3DIcosphereRadius", "lbp3DIcosphereSubdivision",
            "lbp3DLevels", "level", "minimumROIDimensions", "minimumROISize", "normalize", "normalizeScale",
            "padDistance", "preCrop", "removeOutliers", "resampledPixelSpacing", "resegmentMode", "resegmentRange",
            "resegmentShape", "sigma", "start_level", "symmetricalGLCM", "voxelArrayShift", "wavelet",
            "weightingNorm");

    private final Map<String, ParameterNode> values;

    SettingKeys(Map<String, ParameterNode> values) {
        this.values = values;
        for (ParameterNode value : values.values()) {
            if (!KNOWN.contains(value.key())) {
                throw value.unknownKey("the setting", KNOWN);
            }
        }
    }

    /// These settings with those of an image type over them.
    SettingKeys with(Map<String, ParameterNode> own) {
        Map<String, ParameterNode> merged = new HashMap<>(values);
        merged.putAll(own);
        return new SettingKeys(merged);
    }

    OptionalInt label() {
        if (integer("label_channel", 0) != 0) {
            throw notSupported("label_channel", "0: masks with one number per voxel");
        }
        return has("label") ? OptionalInt.of(integer("label", 1)) : OptionalInt.empty();
    }

    boolean additionalInfo() {
        return bool("additionalInfo", true);
    }

    Preparation preparation() {
        MaskRules rules = checked(() -> new MaskRules(
                        integer("minimumROIDimensions", 2),
                        has("minimumROISize")
                                ? OptionalDouble.of(number("minimumROISize", 0))
                                : OptionalDouble.empty(),
                        bool("correctMask", false),
                        number("geometryTolerance", MaskRules.DEFAULTS.geometryTolerance())));
        return checked(() -> new Preparation(
                        rules,
                        normalisation(),
                        resampling(),
                        bool("preCrop", false),
                        integer("padDistance", 5),
                        resegmentation()));
    }

    FeatureSettings features() {
        Discretisation discretisation = has("binCount")
                ? checked(() -> new Discretisation.BinCount(integer("binCount", 1)))
                : checked(() -> new Discretisation.BinWidth(number("binWidth", 25)));
        List<Integer> distances = has("distances")
                ? value("distances").items().stream().map(ParameterNode::integer).toList()
                : List.of(1);
        return checked(() -> new FeatureSettings(
                        discretisation,
                        number("voxelArrayShift", 0),
                        distances,
                        bool("force2D", false),
                        integer("force2Ddimension", 0),
                        bool("symmetricalGLCM", true),
                        weightingNorm(),
                        integer("gldm_a", 0)));
    }

    ImageType.Wavelet wavelet() {
        if (has("wavelet") && WaveletTaps.of(value("wavelet").text()).isEmpty()) {
            String perhaps = Suggestion.nearest(value("wavelet").text(), WaveletTaps.names()).map(name -> "; perhaps " + name).orElse("");
            throw value("wavelet").wrong("a discrete wavelet of PyWavelets: haar, db1 … db38, sym2 … sym20, coif1 … coif17, "
                    + "bior1.1 … bior6.8, rbio1.1 … rbio6.8, dmey" + perhaps);
        }
        return checked(() -> new ImageType.Wavelet(
                        has("wavelet") ? value("wavelet").text() : "coif1",
                        integer("level", 1),
                        integer("start_level", 0)));
    }

    ImageType.LaplacianOfGaussian laplacianOfGaussian() {
        List<ImageType.Sigma> sigmas = new ArrayList<>();
        if (has("sigma")) {
            for (ParameterNode item : value("sigma").items()) {
                double mm = item.number();
                String text = item.isWhole() ? Integer.toString(item.integer()) : Double.toString(mm);
                sigmas.add(checked(() -> new ImageType.Sigma(mm, text)));
            }
        }
        return new ImageType.LaplacianOfGaussian(sigmas);
    }

    ImageType.Gradient gradient() {
        return new ImageType.Gradient(bool("gradientUseSpacing", true));
    }

    ImageType.LocalBinaryPattern2D localBinaryPattern2D() {
        Method method = has("lbp2DMethod")
                ? switch (value("lbp2DMethod").text()) {
                    case "default" -> Method.DEFAULT;
                    case "ror" -> Method.ROR;
                    case "uniform" -> Method.UNIFORM;
                    case "var" -> Method.VAR;
                    default -> throw value("lbp2DMethod").wrong("default, ror, uniform or var");
                }
                : Method.UNIFORM;
        return checked(() -> new ImageType.LocalBinaryPattern2D(number("lbp2DRadius", 1), integer("lbp2DSamples", 8), method));
    }

    ImageType.LocalBinaryPattern3D localBinaryPattern3D() {
        return checked(() -> new ImageType.LocalBinaryPattern3D(
                        integer("lbp3DLevels", 2),
                        number("lbp3DIcosphereRadius", 1),
                        integer("lbp3DIcosphereSubdivision", 1)));
    }

    private Optional<Normalisation> normalisation() {
        if (!bool("normalize", false)) {
            return Optional.empty();
        }
        OptionalDouble outliers =
                has("removeOutliers") ? OptionalDouble.of(number("removeOutliers", 0)) : OptionalDouble.empty();
        return Optional.of(checked(() -> new Normalisation(number("normalizeScale", 1), outliers)));
    }

    private Optional<Resampling> resampling() {
        Optional<Interpolator> interpolator = interpolator();
        if (!has("resampledPixelSpacing") || (values.containsKey("interpolator") && !has("interpolator"))) {
            return Optional.empty();
        }
        ParameterNode spacing = value("resampledPixelSpacing");
        List<ParameterNode> axes = spacing.items();
        if (axes.size() != 3) {
            throw spacing.wrong("three spacings in mm, for x, y, z");
        }
        return Optional.of(checked(() -> new Resampling(
                        axes.get(0).number(),
                        axes.get(1).number(),
                        axes.get(2).number(),
                        interpolator.orElseThrow(() -> notSupported("interpolator", "sitkNearestNeighbor, sitkLinear or sitkBSpline")))));
    }

    /// By SimpleITK's name or number; empty for one that is not built.
    private Optional<Interpolator> interpolator() {
        if (!has("interpolator")) {
            return Optional.of(Interpolator.BSPLINE);
        }
        return switch (value("interpolator").text()) {
            case "sitkNearestNeighbor", "1" -> Optional.of(Interpolator.NEAREST);
            case "sitkLinear", "2" -> Optional.of(Interpolator.LINEAR);
            case "sitkBSpline", "3" -> Optional.of(Interpolator.BSPLINE);
            case "sitkGaussian", "4", "sitkLabelGaussian", "5", "sitkHammingWindowedSinc", "6", "sitkCosineWindowedSinc", "7",
                    "sitkWelchWindowedSinc", "8", "sitkLanczosWindowedSinc", "9", "sitkBlackmanWindowedSinc", "10" ->
                Optional.empty();
            default -> throw value("interpolator").wrong("sitkNearestNeighbor, sitkLinear or sitkBSpline");
        };
    }

    private Optional<Resegmentation> resegmentation() {
        if (!has("resegmentRange")) {
            return Optional.empty();
        }
        Resegmentation.Mode mode = has("resegmentMode")
                ? switch (value("resegmentMode").text().toLowerCase(Locale.ROOT)) {
                    case "absolute" -> Resegmentation.Mode.ABSOLUTE;
                    case "relative" -> Resegmentation.Mode.RELATIVE;
                    case "sigma" -> Resegmentation.Mode.SIGMA;
                    default -> throw value("resegmentMode").wrong("absolute, relative or sigma");
                }
                : Resegmentation.Mode.ABSOLUTE;
        List<Double> range =
                value("resegmentRange").items().stream().map(ParameterNode::number).toList();
        return Optional.of(
                checked(() -> new Resegmentation(range, mode, bool("resegmentShape", false))));
    }

    private WeightingNorm weightingNorm() {
        if (!has("weightingNorm")) {
            return WeightingNorm.NONE;
        }
        return switch (value("weightingNorm").text()) {
            case "infinity" -> WeightingNorm.INFINITY;
            case "euclidean" -> WeightingNorm.EUCLIDEAN;
            case "manhattan" -> WeightingNorm.MANHATTAN;
            case "no_weighting" -> WeightingNorm.NO_WEIGHTING;
            default -> throw value("weightingNorm").wrong("infinity, euclidean, manhattan or no_weighting");
        };
    }

    private boolean has(String key) {
        ParameterNode value = values.get(key);
        return value != null && !value.isNull();
    }

    private ParameterNode value(String key) {
        ParameterNode value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("not in the file: " + key);
        }
        return value;
    }

    private double number(String key, double byDefault) {
        return has(key) ? value(key).number() : byDefault;
    }

    private int integer(String key, int byDefault) {
        return has(key) ? value(key).integer() : byDefault;
    }

    private boolean bool(String key, boolean byDefault) {
        return has(key) ? value(key).bool() : byDefault;
    }

    /// Makes a record; what it refuses is told at the place of the key that its message begins with.
    private <T> T checked(Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            String key = message.substring(0, Math.max(0, message.indexOf(' ')));
            if (!has(key)) {
                throw e;
            }
            throw value(key).wrong(message);
        }
    }

    private InputException notSupported(String key, String expected) {
        return new InputException(new Problem(
                ParameterProblem.NOT_SUPPORTED,
                value(key).where(),
                "'" + value(key).text() + "'",
                expected,
                "use one of these, or PyRadiomics itself for this setting"));
    }
}
