package org.trabecula.cli.verbs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.extraction.region.RegionChoice;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which regions of a label map are meant.
final class RegionFlags {
    @Option(
            names = "--label",
            paramLabel = "N|NAME|all",
            split = ",",
            description = "Label in the mask, by number, name or vertebra (L3); several with commas, or all: a row each. In a manifest: for rows without a label. "
                    + "Default: the parameter file's, else the only one there.")
    List<String> labels = new ArrayList<>();

    @Option(names = "--merge", description = "Take the labels (all, or those of --label) together as one region; extract --merge PARTS: see there.")
    boolean merge;

    @Mixin
    SchemeFlag scheme = new SchemeFlag();

    /// @param byDefault the label where none is given
    RegionChoice choice(Optional<String> byDefault) {
        return new RegionChoice(labels, merge, byDefault, scheme.choice());
    }
}
