package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.trabecula.core.Shown;
import org.trabecula.learn.signature.Signature;
import org.trabecula.radiomics.catalogue.Catalogue;
import org.trabecula.radiomics.catalogue.ClassNotes;
import org.trabecula.radiomics.catalogue.Feature;
import org.trabecula.radiomics.ibsi.IbsiFeature;
import org.trabecula.radiomics.catalogue.ImageName;
import org.trabecula.radiomics.settings.FeatureClass;
import org.trabecula.report.Block;
import org.trabecula.report.Cell;
import org.trabecula.report.Prose;

/// What the features that weigh most mean, as the catalogue explains them (P30).
final class LeadingFeatures {
    private static final int SHOWN = 5;
    private static final List<String> HEADER =
            List.of("Feature", "Coefficient", "Higher speaks for", "What it measures", "On which image");

    private LeadingFeatures() {}

    /// @param key of the signature, such as `hcr`
    /// @return nothing where no feature of the signature is in the catalogue and none is a principal component
    static List<Block> of(String key, Signature signature, String positive, String negative) {
        List<List<Cell>> rows = new ArrayList<>();
        Map<FeatureClass, String> letters = new LinkedHashMap<>();
        boolean component = false;
        List<Integer> leading = IntStream.range(0, signature.names().size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer feature) -> -Math.abs(signature.coefficients()[feature])))
                .limit(SHOWN)
                .toList();
        for (int feature : leading) {
            String name = signature.names().get(feature);
            Optional<Feature> known = known(name);
            known.ifPresent(found -> letters.putIfAbsent(found.featureClass(), ClassNotes.letters(found.featureClass())));
            boolean ofNetwork = isComponent(name);
            component |= ofNetwork;
            double coefficient = signature.coefficients()[feature];
            rows.add(Cell.row(
                    Cell.words(name), Cell.number(Shown.significant(coefficient, 3)), Cell.words(coefficient > 0 ? positive : negative),
                    Cell.words(known.map(LeadingFeatures::measured)
                            .orElse(ofNetwork ? "a weighted sum of the network's features" : "a column of the table")),
                    Cell.words(ofNetwork ? "the crop" : ImageName.partOf(name).flatMap(ImageName::of).map(ImageName::meaning).orElse(""))));
        }
        if (letters.isEmpty() && !component) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table(
                key + "-leading",
                Prose.of("What weighs most in the " + Names.inSentence(key) + " signature: the "
                        + (rows.size() < signature.names().size() ? "first " + rows.size() + " of " : "")
                        + Shown.count(signature.names().size(), "feature") + " by the size of the coefficient. A higher value "
                        + "speaks for a class while the other features stay as they are."),
                HEADER, rows));
        letters.forEach((ofClass, words) -> blocks.add(Block.Remark.of(ofClass.title() + ": " + words + ".")));
        if (component) {
            blocks.add(Block.Remark.of("A principal component of a network's features has no meaning that can be put into words; where the "
                    + "network looks can be seen, with trabecula gradcam."));
        }
        return blocks;
    }

    private static boolean isComponent(String name) {
        return name.matches("pc_[0-9]+");
    }

    /// PyRadiomics' feature of a column.
    private static Optional<Feature> known(String column) {
        return ImageName.partOf(column)
                .flatMap(_ -> Catalogue.find(column).stream().flatMap(entry -> entry.pyradiomics().stream()).findFirst());
    }

    /// `Flatness, shape (3D): √(λ₃/λ₁)`.
    private static String measured(Feature feature) {
        String title = Catalogue.find(feature.column()).stream()
                .flatMap(entry -> entry.ibsi().stream())
                .map(IbsiFeature::title)
                .findFirst()
                .orElseGet(() -> feature.name().replaceAll("(?<=[a-z])(?=[A-Z])", " "));
        String unit = feature.unit().equals("1") ? "" : " [" + feature.unit() + "]";
        return title + ", " + feature.featureClass().key() + ": " + feature.formula() + unit;
    }
}
