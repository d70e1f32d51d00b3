package org.trabecula.radiomics.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.trabecula.radiomics.settings.FeatureClass;

/// All features of the PyRadiomics profile, in the order of their columns. Column names, `trabecula features` and the reference
/// page come from here; the data is in `features.tsv` beside this class.
public final class Catalogue {
    private static final String FILE = "features.tsv";
    private static final int FIELDS = 7;

    private Catalogue() {}

    /// Read once, when first asked for.
    private static final class Table {
        private static final List<Feature> FEATURES = read();
    }

    /// Every feature, class by class.
    public static List<Feature> features() {
        return Table.FEATURES;
    }

    /// The features of a class.
    public static List<Feature> of(FeatureClass featureClass) {
        return features().stream().filter(f -> f.featureClass() == featureClass).toList();
    }

    /// Every name that PyRadiomics knows in a class.
    public static List<String> names(FeatureClass featureClass) {
        return of(featureClass).stream().map(Feature::name).toList();
    }

    /// The names that are computed when a class is wanted and no feature is named.
    public static List<String> defaultNames(FeatureClass featureClass) {
        return of(featureClass).stream()
                .filter(f -> f.status() == Feature.Status.DEFAULT)
                .map(Feature::name)
                .toList();
    }

    /// The features that a word may mean: a name, a name with its class (`glcm_Contrast`), a whole column
    /// (`wavelet-LLH_glcm_Contrast`), or a code of the standard. Capital letters do not matter.
    public static List<Feature> find(String word) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        return features().stream()
                .filter(f -> wanted.equals(f.name().toLowerCase(Locale.ROOT))
                        || wanted.equals(f.ibsi().toLowerCase(Locale.ROOT))
                        || wanted.equals(f.column().toLowerCase(Locale.ROOT))
                        || wanted.endsWith("_" + f.column().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /// What the letters in the formulas of a class stand for.
    public static String letters(FeatureClass featureClass) {
        return switch (featureClass) {
            case FIRSTORDER -> "x: the N values in the region; p: the share of voxels of each grey level";
            case GLCM -> "p(i,j): share of neighbouring pairs with levels i and j along a direction, each pair in both orders; "
                    + "p_x, p_y, p_(x+y), p_(x−y): its margins; HX, HY, HXY: entropies; ε = 2⁻⁵²; mean over the directions that "
                    + "hold a pair (13 in 3D)";
            case GLDM -> "r(i,j): voxels of level i with j − 1 neighbours whose level differs by at most gldm_a; N voxels; "
                    + "p = r / N; ε = 2⁻⁵²";
            case GLRLM -> "r(i,j): runs of level i and length j along a direction; N_r runs; N voxels; ε = 2⁻⁵²; mean over the "
                    + "directions along which a line holds two voxels (13 in 3D)";
            case GLSZM -> "s(i,j): zones of level i with j voxels, joined over faces, edges and corners; N_s zones; N voxels; "
                    + "ε = 2⁻⁵²";
            case NGTDM -> "n_i: voxels of level i; p_i = n_i / N; s_i: sum over them of |i − mean level of the neighbours in the "
                    + "region|; G: levels that occur";
            case SHAPE -> "a, b, c: corners of the triangles of a marching-cubes mesh at ½; λ₁ ≥ λ₂ ≥ λ₃: eigenvalues of the "
                    + "covariance of the voxel centres (divided by N)";
            case SHAPE2D -> "outline by marching squares at ½; λ₁ ≥ λ₂: eigenvalues of the covariance of the pixel centres";
        };
    }

    /// Where all features of a class differ from the standard's defaults.
    public static String classDifference(FeatureClass featureClass) {
        return switch (featureClass) {
            case FIRSTORDER -> "values as they are after resampling: whole-number images stay whole, truncated towards zero";
            case SHAPE, SHAPE2D -> "measured on the mask after nearest-neighbour resampling on PyRadiomics' grid, whose corner, not "
                    + "whose centre, lies on the old one's";
            case GLCM, GLDM, GLRLM, GLSZM, NGTDM ->
                "grey levels from bins whose edges lie at multiples of the width; the standard counts bins from a fixed lowest "
                        + "intensity";
        };
    }

    private static List<Feature> read() {
        try (InputStream in = Objects.requireNonNull(Catalogue.class.getResourceAsStream(FILE), FILE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<Feature> features = new ArrayList<>();
            reader.lines().skip(1).map(line -> line.split("\t", -1)).forEach(cells -> features.add(feature(cells)));
            return List.copyOf(features);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Feature feature(String[] cells) {
        if (cells.length != FIELDS) {
            throw new IllegalStateException(FILE + ": " + cells.length + " cells in a row: " + Arrays.toString(cells));
        }
        FeatureClass featureClass = Arrays.stream(FeatureClass.values())
                .filter(c -> c.key().equals(cells[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(FILE + ": no class " + cells[0]));
        return new Feature(
                featureClass,
                cells[1],
                Feature.Status.valueOf(cells[2].toUpperCase(Locale.ROOT)),
                cells[3],
                cells[4],
                cells[5],
                cells[6]);
    }
}
