package org.trabecula.cli.verbs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
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
            description = "Label in the mask; several with commas, or all: a row each. Default: the parameter file's, else "
                    + "the only one there.")
    List<String> labels = new ArrayList<>();

    @Option(names = "--merge", description = "Take the labels together as one region. Default: a row each.")
    boolean merge;

    boolean isGiven() {
        return !labels.isEmpty() || merge;
    }

    /// The regions by the name of their rows: `name`, or `name:LABEL` where there are several.
    ///
    /// @param byDefault the label when none is given
    Map<String, Mask> regions(LabelFile file, String name, OptionalInt byDefault) throws IOException {
        List<Label> chosen = new ArrayList<>();
        if (labels.equals(List.of("all")) || (labels.isEmpty() && merge)) {
            chosen.addAll(file.labels());
        } else if (!labels.isEmpty()) {
            labels.forEach(text -> chosen.add(file.label(text)));
        } else {
            chosen.add(byDefault.isPresent() ? file.label(byDefault.getAsInt()) : file.onlyLabel());
        }
        Map<String, Mask> regions = new LinkedHashMap<>();
        if (merge) {
            Set<Integer> numbers = new TreeSet<>();
            chosen.forEach(label -> numbers.add(label.number()));
            regions.put(name, file.mask(numbers));
            return regions;
        }
        for (Label label : chosen) {
            regions.put(chosen.size() == 1 ? name : name + ":" + label.name(), file.mask(label));
        }
        return regions;
    }
}
