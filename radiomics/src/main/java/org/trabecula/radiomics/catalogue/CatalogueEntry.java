package org.trabecula.radiomics.catalogue;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.radiomics.ibsi.IbsiFeature;

/// A feature as the two profiles have it.
///
/// @param pyradiomics as PyRadiomics defines it; empty where it has none
/// @param ibsi        as the standard defines it; empty where it has none
public record CatalogueEntry(Optional<Feature> pyradiomics, Optional<IbsiFeature> ibsi) {
    public CatalogueEntry {
        if (pyradiomics.isEmpty() && ibsi.isEmpty()) {
            throw new IllegalArgumentException("a feature of neither profile");
        }
    }

    /// How the two profiles' definitions part, apart from what holds for the whole class; empty where they are the same.
    public String difference() {
        if (pyradiomics.isEmpty()) {
            return "PyRadiomics does not have it";
        }
        String said = pyradiomics.get().difference();
        return said.isEmpty() && ibsi.isEmpty() ? "the standard does not have it" : said;
    }

    /// Whether a word in small letters is one of its names.
    boolean isCalled(String word) {
        boolean asPyRadiomics = pyradiomics
                .map(f -> {
                    String column = f.column().toLowerCase(Locale.ROOT);
                    return word.equals(f.name().toLowerCase(Locale.ROOT))
                            || word.equals(column)
                            || word.endsWith("_" + column);
                })
                .orElse(false);
        boolean asStandard = ibsi.map(f -> {
                    String column = f.column().toLowerCase(Locale.ROOT);
                    return word.equals(f.tag().toLowerCase(Locale.ROOT))
                            || word.equals(f.name().toLowerCase(Locale.ROOT))
                            || word.equals(f.title().toLowerCase(Locale.ROOT))
                            || word.equals(column)
                            || aggregated(f, column).anyMatch(word::equals);
                })
                .orElse(false);
        return asPyRadiomics || asStandard;
    }

    /// The columns of a texture feature, one per aggregation, in small letters.
    private static Stream<String> aggregated(IbsiFeature feature, String column) {
        return feature.family().aggregations().stream().map(a -> column + "_" + a.tag().toLowerCase(Locale.ROOT));
    }

    /// Its names, for suggestions.
    ///
    /// @param bare names without their family, or with it
    Stream<String> words(boolean bare) {
        return Stream.concat(
                pyradiomics.map(f -> bare ? f.name() : f.column()).stream(),
                ibsi.stream().flatMap(f -> bare
                        ? Stream.of(f.tag(), f.title())
                        : Stream.of(f.column(), f.name().toLowerCase(Locale.ROOT))));
    }
}
