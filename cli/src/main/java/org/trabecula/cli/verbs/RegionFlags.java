package org.trabecula.cli.verbs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trabecula.extraction.region.RegionChoice;
import org.trabecula.image.LabelNamings;
import org.trabecula.image.label.LabelNaming;
import picocli.CommandLine.Option;

/// Which regions of a label map are meant.
final class RegionFlags {
    @Option(
            names = "--label",
            paramLabel = "N|NAME|all",
            split = ",",
            description = "Label in the mask; several with commas, or all: a row each. In a manifest: for rows without a label. "
                    + "Default: the parameter file's, else the only one there.")
    List<String> labels = new ArrayList<>();

    @Option(names = "--merge", description = "Take the labels (all, or those of --label) together as one region.")
    boolean merge;

    @Option(
            names = "--label-scheme",
            paramLabel = "SCHEME|FILE",
            description = "How a mask without names is numbered, for --label L3: totalsegmentator, totalsegmentator-v1, verse, or a"
                    + " label description of ITK-SNAP. Default: the scheme that alone fits the mask, and says so.")
    @Nullable String scheme;

    /// @param byDefault the label where none is given
    RegionChoice choice(Optional<String> byDefault) throws IOException {
        Optional<LabelNaming> naming = scheme == null ? Optional.empty() : Optional.of(LabelNamings.named(scheme));
        return new RegionChoice(labels, merge, byDefault, naming);
    }
}
