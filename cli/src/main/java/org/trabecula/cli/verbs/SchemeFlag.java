package org.trabecula.cli.verbs;

import org.trabecula.cli.frame.UsageException;
import org.trabecula.extraction.region.SchemeChoice;
import picocli.CommandLine.Option;

/// `--label-scheme`, the same in every verb that takes a label; a mixin.
final class SchemeFlag {
    @Option(
            names = "--label-scheme",
            paramLabel = "NAME",
            description = "What numbers without names mean: totalsegmentator, totalsegmentator-v1, verse, itk-snap (its label"
                    + " description beside the mask), or auto: the one that fits, and it is said. Default: ${DEFAULT-VALUE}.")
    String key = SchemeChoice.AUTO.key();

    SchemeChoice choice() {
        if (!SchemeChoice.keys().contains(key)) {
            throw new UsageException("--label-scheme is one of " + String.join(", ", SchemeChoice.keys()) + ", got '" + key + "'");
        }
        return new SchemeChoice(key);
    }
}
