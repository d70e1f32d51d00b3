package org.trabecula.radiomics.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trabecula.radiomics.ibsi.IbsiFamily;
import org.trabecula.radiomics.ibsi.IbsiFeature;
import org.trabecula.radiomics.settings.Aggregation;
import org.trabecula.radiomics.settings.FeatureClass;

/// The tables of `docs/features.md`.
final class FeaturesPage {
    private FeaturesPage() {}

    static String tables() {
        StringBuilder page = new StringBuilder("\n## Profile `pyradiomics`\n");
        for (FeatureClass featureClass : FeatureClass.values()) {
            page.append("\n### ").append(featureClass.title()).append(": `").append(featureClass.key()).append("`\n\n");
            page.append("Letters: ").append(ClassNotes.letters(featureClass)).append(".\n\n");
            page.append("Apart from the standard throughout: ").append(ClassNotes.difference(featureClass)).append(".\n\n");
            page.append(MarkdownTable.of(
                    List.of("feature", "IBSI", "unit", "formula", "apart from the standard"),
                    Catalogue.entries().stream()
                            .filter(e -> e.pyradiomics().map(Feature::featureClass).equals(Optional.of(featureClass)))
                            .map(FeaturesPage::row)));
        }
        page.append("\n## Profile `ibsi`\n");
        for (IbsiFamily family : IbsiFamily.values()) {
            page.append("\n### ").append(family.title()).append(": `ibsi_").append(family.label()).append("_…`\n\n");
            page.append("Letters: ").append(family.letters()).append(".\n\n");
            if (family.isTexture()) {
                page.append("One column per aggregation: ").append(aggregations(family)).append(".\n\n");
            }
            page.append(MarkdownTable.of(
                    List.of("code", "feature", "unit", "formula", "PyRadiomics"),
                    Arrays.stream(IbsiFeature.values()).filter(f -> f.family() == family).map(FeaturesPage::row)));
        }
        return page.append('\n').toString();
    }

    private static List<String> row(CatalogueEntry entry) {
        Feature feature = entry.pyradiomics().orElseThrow();
        String when = switch (feature.status()) {
            case DEFAULT -> "";
            case NAMED -> " (only when named)";
            case DEPRECATED -> " (deprecated, refused)";
        };
        return List.of(
                feature.name() + when,
                feature.ibsi(),
                feature.unit(),
                MarkdownTable.code(feature.formula()),
                entry.difference());
    }

    private static List<String> row(IbsiFeature feature) {
        String theirs = Catalogue.entries().stream()
                .filter(entry -> entry.ibsi().equals(Optional.of(feature)))
                .flatMap(entry -> entry.pyradiomics().stream())
                .filter(f -> f.status() != Feature.Status.DEPRECATED)
                .map(Feature::column)
                .collect(Collectors.joining(", "));
        String parameter = feature.parameterTag().isEmpty() ? "" : "_" + feature.parameterTag();
        return List.of(
                feature.tag() + parameter,
                feature.title(),
                feature.unit(),
                MarkdownTable.code(feature.formula()),
                theirs.isEmpty() ? "" : MarkdownTable.code(theirs));
    }

    private static String aggregations(IbsiFamily family) {
        Stream<Aggregation> aggregations = family.aggregations().stream();
        return aggregations.map(a -> "`" + a.tag() + "` " + a.label()).collect(Collectors.joining(", "));
    }
}
