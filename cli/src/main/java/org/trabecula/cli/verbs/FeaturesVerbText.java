package org.trabecula.cli.verbs;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.trabecula.radiomics.catalogue.Catalogue;
import org.trabecula.radiomics.catalogue.CatalogueEntry;
import org.trabecula.radiomics.catalogue.ClassNotes;
import org.trabecula.radiomics.catalogue.Feature;
import org.trabecula.radiomics.catalogue.ImageName;
import org.trabecula.radiomics.catalogue.VersionChange;
import org.trabecula.radiomics.ibsi.IbsiFamily;
import org.trabecula.radiomics.ibsi.IbsiFeature;
import org.trabecula.radiomics.settings.FeatureClass;
import org.trabecula.radiomics.parameters.Preset;

/// The catalogue in words.
record FeaturesVerbText(PrintWriter out) {
    void list() {
        for (FeatureClass featureClass : FeatureClass.values()) {
            out.println("pyradiomics " + featureClass.key() + ": " + featureClass.title());
            for (Feature feature : Catalogue.of(featureClass)) {
                String note = switch (feature.status()) {
                    case DEFAULT -> "";
                    case NAMED -> "  (only when named)";
                    case DEPRECATED -> "  (deprecated and refused: " + feature.difference() + ")";
                };
                row(feature.name(), feature.ibsi(), feature.unit() + note);
            }
        }
        for (IbsiFamily family : IbsiFamily.values()) {
            out.println("ibsi " + family.label() + ": " + family.title());
            for (IbsiFeature feature : IbsiFeature.values()) {
                if (feature.family() == family) {
                    row(feature.title(), feature.tag(), feature.unit());
                }
            }
        }
        out.println("presets: " + String.join(", ", Preset.keys()) + ", ibsi (with extract --configuration)");
    }

    private void row(String name, String code, String rest) {
        out.println(String.format(Locale.ROOT, "  %-58s %-5s %s", name, code, rest).stripTrailing());
    }

    void explain(ImageName image) {
        out.println("image " + image.name());
        out.println("  meaning   " + image.meaning());
    }

    void explain(CatalogueEntry entry) {
        entry.pyradiomics().ifPresent(this::explain);
        entry.ibsi().ifPresent(this::explain);
        String difference = entry.difference();
        out.println("  differs   " + (difference.isEmpty() ? "not by its formula" : difference)
                + entry.pyradiomics()
                        .filter(_ -> entry.ibsi().isPresent())
                        .map(f -> "; " + ClassNotes.difference(f.featureClass()))
                        .orElse(""));
    }

    private void explain(Feature feature) {
        out.println("pyradiomics " + feature.column());
        describe(feature.formula(), ClassNotes.letters(feature.featureClass()), feature.unit());
        out.println("  code      " + (feature.ibsi().isEmpty() ? "none: not in the standard" : feature.ibsi()));
        out.println("  computed  " + switch (feature.status()) {
            case DEFAULT -> "with its class";
            case NAMED -> "only when named in a parameter file";
            case DEPRECATED -> "never: deprecated and refused; PyRadiomics gives no value either";
        });
        VersionChange.of(feature).forEach(change -> out.println("  changed   in PyRadiomics " + change.text()));
    }

    private void explain(IbsiFeature feature) {
        out.println("ibsi " + feature.column() + " (" + feature.title() + ")");
        describe(feature.formula(), feature.family().letters(), feature.unit());
        if (feature.family().isTexture()) {
            out.println("  columns   one per aggregation: " + String.join(", ", aggregations(feature)));
        }
    }

    private static List<String> aggregations(IbsiFeature feature) {
        return feature.family().aggregations().stream()
                .map(a -> feature.column() + "_" + a.tag() + " (" + a.label() + ")")
                .toList();
    }

    private void describe(String formula, String letters, String unit) {
        out.println("  formula   " + formula);
        out.println("  letters   " + letters);
        out.println("  unit      " + (unit.equals("1") ? "none" : unit));
    }
}
