package org.trabecula.radiomics.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trabecula.core.Suggestion;
import org.trabecula.radiomics.data.TableResource;
import org.trabecula.radiomics.ibsi.IbsiFeature;
import org.trabecula.radiomics.settings.FeatureClass;

/// All features of both profiles. Column names, `trabecula features` and the reference pages come from here.
///
/// PyRadiomics' features, in the order of their columns, are data in `features.tsv` beside this class; those of the standard
/// are [IbsiFeature]. A feature of both is one entry.
public final class Catalogue {
    private Catalogue() {}

    /// Read once, when first asked for.
    private static final class Table {
        private static final int COLUMNS = 7;
        private static final List<Feature> FEATURES = TableResource.rows(Catalogue.class, "features.tsv", COLUMNS).stream()
                .map(Catalogue::feature)
                .toList();
        private static final Map<FeatureClass, List<Feature>> BY_CLASS = FEATURES.stream()
                .collect(Collectors.groupingBy(Feature::featureClass, () -> new EnumMap<>(FeatureClass.class), Collectors.toUnmodifiableList()));
    }

    /// Apart from the table, as extraction asks for PyRadiomics' names alone.
    private static final class Joined {
        private static final List<CatalogueEntry> ENTRIES = join();
    }

    /// Every feature of PyRadiomics, class by class.
    public static List<Feature> features() {
        return Table.FEATURES;
    }

    /// PyRadiomics' features, each with the standard's of the same code, then what only the standard has.
    public static List<CatalogueEntry> entries() {
        return Joined.ENTRIES;
    }

    /// The features of a class.
    public static List<Feature> of(FeatureClass featureClass) {
        return Table.BY_CLASS.getOrDefault(featureClass, List.of());
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

    /// The entries that a word may mean: PyRadiomics' name, a name with its class (`glcm_Contrast`), a whole column
    /// (`wavelet-LLH_glcm_Contrast`, `ibsi_glcm_ACUI`, `ibsi_glcm_ACUI_IAZD`), a code of the standard, its short name
    /// (`cm_contrast`) or its title. Capital letters do not matter.
    public static List<CatalogueEntry> find(String word) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        return entries().stream().filter(entry -> entry.isCalled(wanted)).toList();
    }

    /// The word nearest to one that [#find] does not know; empty when none is near.
    public static Optional<String> nearest(String word) {
        int imageType = word.indexOf('_');
        boolean column = imageType > 0 && word.indexOf('_', imageType + 1) > 0 && !word.startsWith("ibsi_");
        String image = column ? word.substring(0, imageType + 1) : "";
        List<String> words = entries().stream().flatMap(entry -> entry.words(!word.contains("_"))).toList();
        return Suggestion.nearest(word.substring(image.length()), words).map(nearest -> image + nearest);
    }

    private static List<CatalogueEntry> join() {
        List<CatalogueEntry> entries = new ArrayList<>();
        for (Feature feature : Table.FEATURES) {
            Optional<IbsiFeature> standard = Arrays.stream(IbsiFeature.values())
                    .filter(f -> f.parameterTag().isEmpty() && f.tag().equals(feature.ibsi()))
                    .findFirst();
            entries.add(new CatalogueEntry(Optional.of(feature), standard));
        }
        for (IbsiFeature standard : IbsiFeature.values()) {
            if (entries.stream().noneMatch(entry -> entry.ibsi().equals(Optional.of(standard)))) {
                entries.add(new CatalogueEntry(Optional.empty(), Optional.of(standard)));
            }
        }
        return List.copyOf(entries);
    }

    private static Feature feature(List<String> cells) {
        FeatureClass featureClass = Stream.of(FeatureClass.values())
                .filter(c -> c.key().equals(cells.get(0)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("features.tsv: no class " + cells.get(0)));
        return new Feature(
                featureClass,
                cells.get(1),
                Feature.Status.valueOf(cells.get(2).toUpperCase(Locale.ROOT)),
                cells.get(3),
                cells.get(4),
                cells.get(5),
                cells.get(6));
    }
}
