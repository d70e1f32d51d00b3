package org.trabecula.cli.verbs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.trabecula.image.Label;
import org.trabecula.image.LabelFile;
import org.trabecula.image.Mask;
import picocli.CommandLine.Option;

/// Which regions of a label map are meant.
final class RegionChoice {
    @Option(
            names = "--label",
            paramLabel = "N|NAME|all",
            split = ",",
            description = "Label in the mask; several with commas, or all: a row each. In a manifest: for rows without a label. "
                    + "Default: the parameter file's, else the only one there.")
    List<String> labels = new ArrayList<>();

    @Option(names = "--merge", description = "Take the labels (all, or those of --label) together as one region.")
    boolean merge;

    /// Whether one label map may give several rows.
    boolean severalRows() {
        return !merge && (labels.size() > 1 || labels.equals(List.of("all")));
    }

    /// The choice in words: two equal texts choose equal regions of equal files.
    String text() {
        return "labels " + labels + (merge ? ", merged" : "");
    }

    /// The regions by the name of their rows: `name`, or `name:LABEL` where there are several.
    ///
    /// @param byDefault the label when none is given; absent: the only one there
    /// @throws org.trabecula.core.InputException MSK-002 or MSK-003 with the labels present
    Map<String, Region> regions(LabelFile file, String name, Optional<String> byDefault) {
        List<Label> chosen = chosen(file, byDefault);
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

    private List<Label> chosen(LabelFile file, Optional<String> byDefault) {
        if (labels.equals(List.of("all")) || (labels.isEmpty() && merge)) {
            return file.labels();
        }
        if (!labels.isEmpty()) {
            return labels.stream().map(file::label).toList();
        }
        return List.of(byDefault.map(file::label).orElseGet(file::onlyLabel));
    }

    /// Some labels of a file, taken as one region; its voxels are decoded when [#mask] is called.
    ///
    /// @param labels at least one
    record Region(LabelFile file, List<Label> labels) {
        Region {
            labels = List.copyOf(labels);
        }

        Mask mask() throws IOException {
            if (labels.size() == 1) {
                return file.mask(labels.getFirst());
            }
            Set<Integer> numbers = new TreeSet<>();
            labels.forEach(label -> numbers.add(label.number()));
            return file.mask(numbers);
        }
    }
}
