package org.trabecula.radiomics.settings;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/// Settings as a parameter file: JSON with every value that decides a number, defaults included.
///
/// The package `parameters` reads it back to equal settings, so it names a set of settings wherever results are stored.
public final class SettingsText {
    private SettingsText() {}

    /// A whole parameter file.
    public static String of(Settings settings) {
        return "{\"imageType\": " + imageType(settings) + ", \"featureClass\": " + featureClass(settings)
                + ", \"setting\": " + setting(settings) + "}";
    }

    /// The part `setting`: general settings.
    public static String setting(Settings settings) {
        Entries entries = new Entries();
        settings.label().ifPresent(label -> entries.add("label", label));
        entries.add("additionalInfo", settings.additionalInfo());
        Preparation p = settings.preparation();
        entries.add("minimumROIDimensions", p.maskRules().minimumDimensions());
        p.maskRules().minimumVoxels().ifPresent(n -> entries.add("minimumROISize", n));
        entries.add("correctMask", p.maskRules().correctMask());
        entries.add("geometryTolerance", p.maskRules().geometryTolerance());
        entries.add("normalize", p.normalisation().isPresent());
        p.normalisation().ifPresent(n -> {
            entries.add("normalizeScale", n.scale());
            n.removeOutliers().ifPresent(limit -> entries.add("removeOutliers", limit));
        });
        p.resampling().ifPresent(r -> {
            entries.add("resampledPixelSpacing", List.of(r.iMm(), r.jMm(), r.kMm()));
            entries.add("interpolator", quoted(switch (r.interpolator()) {
                case NEAREST -> "sitkNearestNeighbor";
                case LINEAR -> "sitkLinear";
                case BSPLINE -> "sitkBSpline";
            }));
        });
        entries.add("preCrop", p.preCrop());
        entries.add("padDistance", p.padDistance());
        p.resegmentation().ifPresent(r -> {
            entries.add("resegmentRange", r.range());
            entries.add("resegmentMode", quoted(r.mode().name().toLowerCase(Locale.ROOT)));
            entries.add("resegmentShape", r.alsoShape());
        });
        features(settings.shape(), entries);
        return entries.toString();
    }

    /// The part `imageType`: image types, each with its filter's and its features' settings.
    public static String imageType(Settings settings) {
        Entries types = new Entries();
        for (ImageTypeSettings image : settings.images()) {
            Entries own = new Entries();
            String name = switch (image.type()) {
                case ImageType.Original() -> "Original";
                case ImageType.Wavelet(String wavelet, int level, int startLevel) -> {
                    own.add("wavelet", quoted(wavelet));
                    own.add("level", level);
                    own.add("start_level", startLevel);
                    yield "Wavelet";
                }
                case ImageType.LaplacianOfGaussian(List<ImageType.Sigma> sigmas) -> {
                    own.add("sigma", sigmas.stream().map(ImageType.Sigma::text).toList());
                    yield "LoG";
                }
                case ImageType.Square() -> "Square";
                case ImageType.SquareRoot() -> "SquareRoot";
                case ImageType.Logarithm() -> "Logarithm";
                case ImageType.Exponential() -> "Exponential";
                case ImageType.Gradient(boolean useSpacing) -> {
                    own.add("gradientUseSpacing", useSpacing);
                    yield "Gradient";
                }
                case ImageType.LocalBinaryPattern2D pattern -> {
                    own.add("lbp2DRadius", pattern.radius());
                    own.add("lbp2DSamples", pattern.samples());
                    own.add("lbp2DMethod", quoted(pattern.method().name().toLowerCase(Locale.ROOT)));
                    yield "LBP2D";
                }
                case ImageType.LocalBinaryPattern3D pattern -> {
                    own.add("lbp3DLevels", pattern.levels());
                    own.add("lbp3DIcosphereRadius", pattern.radius());
                    own.add("lbp3DIcosphereSubdivision", pattern.subdivision());
                    yield "LBP3D";
                }
            };
            if (!image.features().equals(settings.shape())) {
                features(image.features(), own);
            }
            types.add(name, own);
        }
        return types.toString();
    }

    private static String featureClass(Settings settings) {
        Entries classes = new Entries();
        for (ClassSettings wanted : settings.classes()) {
            classes.add(
                    wanted.featureClass().key(),
                    wanted.features().stream().map(SettingsText::quoted).toList());
        }
        return classes.toString();
    }

    private static void features(FeatureSettings features, Entries to) {
        switch (features.discretisation()) {
            case Discretisation.BinWidth(double width) -> to.add("binWidth", width);
            case Discretisation.BinCount(int count) -> to.add("binCount", count);
        }
        to.add("voxelArrayShift", features.voxelArrayShift());
        to.add("distances", features.distances());
        to.add("force2D", features.force2D());
        to.add("force2Ddimension", features.force2Ddimension());
        to.add("symmetricalGLCM", features.symmetricalGlcm());
        if (features.weightingNorm() != WeightingNorm.NONE) {
            to.add("weightingNorm", quoted(features.weightingNorm().name().toLowerCase(Locale.ROOT)));
        }
        to.add("gldm_a", features.gldmAlpha());
    }

    private static String quoted(String word) {
        return "\"" + word + "\"";
    }

    /// A JSON object that grows.
    private static final class Entries {
        private final StringJoiner text = new StringJoiner(", ", "{", "}");

        void add(String key, Object value) {
            String json = value instanceof List<?> list
                    ? list.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"))
                    : value.toString();
            text.add(quoted(key) + ": " + json);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
