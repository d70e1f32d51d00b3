package org.trabecula.radiomics.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The first part of a column, which says on which image a feature was computed: `wavelet-LLH`, `log-sigma-2-0-mm-3D`.
///
/// @param name    as in the column
/// @param meaning in words
public record ImageName(String name, String meaning) {
    private static final Pattern WAVELET = Pattern.compile("wavelet(\\d*)-([LH]{1,3})");
    private static final Pattern LOG = Pattern.compile("log-sigma-(\\d+(?:-\\d+)?(?:e-?\\d+)?)-mm-(?:3D|2D)");
    private static final Pattern HARMONIC = Pattern.compile("lbp-3D-m([1-9]\\d?)");
    private static final String[] AXES = {"left to right (i)", "front to back (j)", "feet to head (k)"};

    /// What a name means; empty for one that no filter gives.
    public static Optional<ImageName> of(String name) {
        return meaning(name).map(words -> new ImageName(name, words));
    }

    /// The image part of a column such as `wavelet-LLH_glcm_Contrast`; empty for other words.
    public static Optional<String> partOf(String column) {
        int first = column.indexOf('_');
        boolean three = first > 0 && column.indexOf('_', first + 1) > 0 && !column.startsWith("ibsi_");
        return three ? Optional.of(column.substring(0, first)) : Optional.empty();
    }

    /// Names to suggest for a mistyped one.
    public static List<String> examples() {
        return Stream.concat(
                        Stream.of("original", "square", "squareroot", "logarithm", "exponential", "gradient", "lbp-2D", "lbp-3D-k",
                                "lbp-3D-m1", "lbp-3D-m2", "log-sigma-1-0-mm-3D", "log-sigma-2-0-mm-3D", "log-sigma-3-0-mm-3D"),
                        bands().stream().map(band -> "wavelet-" + band))
                .toList();
    }

    private static List<String> bands() {
        List<String> bands = new ArrayList<>();
        for (String i : List.of("L", "H")) {
            for (String j : List.of("L", "H")) {
                bands.add(i + j + "L");
                bands.add(i + j + "H");
            }
        }
        return bands;
    }

    private static Optional<String> meaning(String name) {
        Matcher wavelet = WAVELET.matcher(name);
        Matcher log = LOG.matcher(name);
        Matcher harmonic = HARMONIC.matcher(name);
        if (wavelet.matches()) {
            return Optional.of(wavelet(wavelet.group(1), wavelet.group(2)));
        }
        if (log.matches()) {
            String sigma = log.group(1).replaceFirst("-", ".");
            return Optional.of("Laplacian of Gaussian with sigma " + sigma + " mm in all three directions: blobs and edges of about "
                    + "that size stand out, finer ones are smoothed away");
        }
        if (harmonic.matches()) {
            int degree = Integer.parseInt(harmonic.group(1)) - 1;
            return Optional.of("local binary pattern on a sphere around each voxel: its part of spherical harmonics of degree "
                    + degree + ", which does not depend on direction");
        }
        return Optional.ofNullable(switch (name) {
            case "original" -> "the image itself, after normalisation and resampling where the settings ask for them";
            case "square" -> "squared intensities, scaled to the range of the image: far from 0 HU counts more, the sign is lost";
            case "squareroot" -> "square root of the absolute intensities with their sign, scaled to the range of the image";
            case "logarithm" -> "logarithm of the absolute intensities plus 1 with their sign, scaled to the range of the image";
            case "exponential" -> "exponential of the intensities, scaled to the range of the image: the brightest voxels count most";
            case "gradient" -> "magnitude of the gradient: how steeply the intensity changes at each voxel";
            case "lbp-2D" -> "local binary pattern in slices: which neighbours on a circle are at least as bright as the voxel";
            case "lbp-3D-k" -> "local binary pattern on a sphere around each voxel: kurtosis of its values on the sphere";
            default -> null;
        });
    }

    private static String wavelet(String level, String bands) {
        StringBuilder words = new StringBuilder("wavelet sub-band");
        if (!level.isEmpty()) {
            words.append(" of level ").append(level);
        }
        words.append(" (one letter a direction; L smooths, H keeps the changes): ");
        if (bands.length() < AXES.length) {
            return words.append("of the ").append(bands.length()).append(" directions within a slice, ").append(bands).toString();
        }
        for (int axis = 0; axis < AXES.length; axis++) {
            words.append(axis == 0 ? "" : ", ").append(bands.charAt(axis)).append(' ').append(AXES[axis]);
        }
        return words.append(", for an image whose axes run that way").toString();
    }
}
