package org.trabecula.extraction.region;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.image.Label;
import org.trabecula.image.LabelFile;
import org.trabecula.image.label.LabelNaming;

/// Which regions of a label map are meant, where a case does not say so itself.
///
/// @param labels    numbers or names; `all` alone: every label there is; none: the default, else the only one there
/// @param merge     whether they are one region, not a region each
/// @param byDefault the label where none is named, such as a parameter file's
/// @param naming    how label maps without names are numbered; absent: as the map itself tells
public record RegionChoice(
        List<String> labels, boolean merge, Optional<String> byDefault, Optional<LabelNaming> naming) {
    /// The only label there is.
    public static final RegionChoice ONLY = new RegionChoice(List.of(), false, Optional.empty(), Optional.empty());

    private static final List<String> ALL = List.of("all");

    public RegionChoice {
        labels = List.copyOf(labels);
    }

    /// Whether one label map may give several rows.
    public boolean severalRows() {
        return !merge && (labels.size() > 1 || labels.equals(ALL));
    }

    /// The choice in words: two equal texts choose equal regions of equal files.
    public String text() {
        return "labels " + labels + (merge ? ", merged" : "") + byDefault.map(label -> ", by default " + label).orElse("")
                + naming.map(scheme -> ", numbered by " + scheme.title()).orElse("");
    }

    /// The regions by the name of their rows: `name`, or `name:LABEL` where there are several.
    ///
    /// @throws org.trabecula.core.InputException MSK-002 or MSK-003 with the labels present
    public Map<String, Region> regions(LabelFile file, String name) {
        List<Label> chosen = chosen(numbered(file));
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
    public Region region(LabelFile file, Optional<String> named) {
        return named.map(label -> new Region(file, List.of(numbered(file).label(label))))
                .orElseGet(() -> regions(file, "").values().iterator().next());
    }

    private LabelFile numbered(LabelFile file) {
        return naming.map(file::numberedBy).orElse(file);
    }

    private List<Label> chosen(LabelFile file) {
        if (labels.equals(ALL) || (labels.isEmpty() && merge)) {
            return file.labels();
        }
        if (!labels.isEmpty()) {
            return labels.stream().map(file::label).toList();
        }
        return List.of(byDefault.map(file::label).orElseGet(file::onlyLabel));
    }
}
