package org.trabecula.cli.verbs;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.trabecula.radiomics.catalogue.CatalogueEntry;
import org.trabecula.radiomics.catalogue.ClassNotes;
import org.trabecula.radiomics.catalogue.Feature;
import org.trabecula.radiomics.catalogue.ImageName;
import org.trabecula.radiomics.catalogue.VersionChange;
import org.trabecula.radiomics.ibsi.IbsiFeature;

/// A feature of the catalogue as JSON fields. What a profile does not have is null.
final class FeaturesVerbJson {
    private FeaturesVerbJson() {}

    /// @param image that a column names before its feature
    static Map<String, Object> fields(CatalogueEntry entry, Optional<ImageName> image) {
        Map<String, Object> fields = new LinkedHashMap<>();
        image.ifPresent(named -> fields.put("image", fields(named)));
        fields.put("code", entry.pyradiomics()
                .map(Feature::ibsi)
                .filter(code -> !code.isEmpty())
                .or(() -> entry.ibsi().map(IbsiFeature::tag))
                .orElse(null));
        fields.put("pyradiomics", entry.pyradiomics().map(FeaturesVerbJson::fields).orElse(null));
        fields.put("ibsi", entry.ibsi().map(FeaturesVerbJson::fields).orElse(null));
        fields.put("difference", entry.difference());
        return fields;
    }

    private static Map<String, Object> fields(ImageName image) {
        Map<String, Object> fields = new LinkedHashMap<>(); // not Map.of, whose order differs from run to run
        fields.put("name", image.name());
        fields.put("meaning", image.meaning());
        return fields;
    }

    private static Map<String, Object> fields(Feature feature) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("column", feature.column());
        fields.put("class", feature.featureClass().key());
        fields.put("name", feature.name());
        fields.put("status", feature.status().name().toLowerCase(Locale.ROOT));
        fields.put("unit", feature.unit());
        fields.put("formula", feature.formula());
        fields.put("letters", ClassNotes.letters(feature.featureClass()));
        fields.put("class_difference", ClassNotes.difference(feature.featureClass()));
        fields.put("changed", VersionChange.of(feature).stream().map(VersionChange::text).toList());
        return fields;
    }

    private static Map<String, Object> fields(IbsiFeature feature) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("column", feature.column());
        fields.put("family", feature.family().title());
        fields.put("name", feature.title());
        fields.put("aggregated", feature.family().isTexture());
        fields.put("unit", feature.unit());
        fields.put("formula", feature.formula());
        fields.put("letters", feature.family().letters());
        return fields;
    }
}
