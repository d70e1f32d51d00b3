package org.trabecula.extraction.region;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.trabecula.image.Label;
import org.trabecula.image.LabelFile;

/// Which regions of a label map are meant, where a case does not say so itself.
///
/// @param labels    numbers or names; `all` alone: every label there is; none: the default, else the only one there
/// @param merge     whether they are one region, not a region each
/// @param byDefault the label where none is named, such as a parameter file's
/// @param scheme    by which numbering labels are understood that have no names
public record RegionChoice(List<String> labels, boolean merge, Optional<String> byDefault, SchemeChoice scheme) {
    /// The only label there is.
    public static final RegionChoice ONLY = of(SchemeChoice.AUTO);

    /// The only label there is, or those that cases name, by a numbering.
    public static RegionChoice of(SchemeChoice scheme) {
        return new RegionChoice(List.of(), false, Optional.empty(), scheme);
    }

    private static final List<String> ALL = List.of("all");

    public RegionChoice {
        labels = List.copyOf(labels);
    }

    /// Whether one label map may give several rows.
    public boolean severalRows() {
        return !merge && (labels.size() > 1 || labels.equals(ALL));
    }

    /// The choice in words: two equal texts choose equal regions of equal files.
    ///
    /// @param named the case's own label
    public String text(Optional<String> named) {
        String numbering = ", numbered as " + scheme.key();
        return named.map(label -> "label " + label + numbering)
                .orElseGet(() -> "labels " + labels + (merge ? ", merged" : "")
                        + byDefault.map(label -> ", by default " + label).orElse("") + numbering);
    }

    /// The regions by the name of their rows: `name`, or `name:LABEL` where there are several.
    ///
    /// @param notes hears of a numbering that was guessed
    /// @throws org.trabecula.core.InputException MSK-002 or MSK-003 with the labels present
    public Map<String, Region> regions(LabelFile file, String name, Consumer<String> notes) {
        List<Label> chosen = chosen(file, notes);
        Map<String, Region> regions = new LinkedHashMap<>();
        if (merge) {
            regions.put(name, new Region(file, chosen));
            return regions;
        }
        for (Label label : chosen) {
            regions.put(chosen.size() == 1 ? name : name + ":" + label.name(), new Region(file, List.of(label)));
        }
        return regions;
    }

    /// The region of one case: the label that it names, else the first that is chosen.
    ///
    /// @param named the case's own label
    /// @throws org.trabecula.core.InputException as [#regions]
    public Region region(LabelFile file, Optional<String> named, Consumer<String> notes) {
        return named.map(label -> new Region(file, List.of(new LabelNames(file, scheme).label(label, notes))))
                .orElseGet(() -> regions(file, "", notes).values().iterator().next());
    }

    private List<Label> chosen(LabelFile file, Consumer<String> notes) {
        if (labels.equals(ALL) || (labels.isEmpty() && merge)) {
            return file.labels();
        }
        LabelNames names = new LabelNames(file, scheme);
        if (!labels.isEmpty()) {
            return labels.stream().map(label -> names.label(label, notes)).toList();
        }
        return List.of(byDefault.map(label -> names.label(label, notes)).orElseGet(names::only));
    }
}
