package org.trabecula.radiomics.catalogue;

import java.util.List;
import java.util.stream.Collectors;
import org.trabecula.radiomics.settings.FeatureClass;

/// The tables of `docs/why-numbers-differ.md`.
final class DifferencesPage {
    private DifferencesPage() {}

    static String tables() {
        StringBuilder page = new StringBuilder("\n### Whole classes\n\n");
        page.append(MarkdownTable.of(
                List.of("class", "`pyradiomics` against `ibsi`"),
                List.of(FeatureClass.values()).stream()
                        .map(c -> List.of(MarkdownTable.code(c.key()), ClassNotes.difference(c)))));
        page.append("\n### Features\n\n");
        page.append(MarkdownTable.of(
                List.of("feature", "IBSI", "`pyradiomics` against `ibsi`", "changed in PyRadiomics"),
                Catalogue.entries().stream()
                        .filter(entry -> entry.pyradiomics().isPresent())
                        .map(DifferencesPage::row)));
        page.append("\n### Versions of PyRadiomics\n\n");
        page.append(MarkdownTable.of(
                List.of("from", "features", "images or settings", "change"),
                VersionChange.all().stream()
                        .map(c -> List.of(
                                c.version(),
                                c.columns().pattern().equals(".*") ? "all" : MarkdownTable.code(c.columns().pattern()),
                                c.images(),
                                c.change()))));
        return page.append('\n').toString();
    }

    private static List<String> row(CatalogueEntry entry) {
        Feature feature = entry.pyradiomics().orElseThrow();
        String versions = VersionChange.of(feature).stream()
                .filter(c -> !c.columns().pattern().equals(".*")) // changes of whole image types are in their own table
                .map(VersionChange::version)
                .distinct()
                .collect(Collectors.joining(", "));
        return List.of(
                MarkdownTable.code(feature.column()),
                feature.ibsi(),
                entry.difference().isEmpty() ? "same formula" : entry.difference(),
                versions);
    }
}
