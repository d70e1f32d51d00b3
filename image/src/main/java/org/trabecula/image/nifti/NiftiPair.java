package org.trabecula.image.nifti;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.ImageProblem;

/// Finds the two halves of an image kept as `.hdr` and `.img`, either of them perhaps with `.gz` behind.
final class NiftiPair {
    private NiftiPair() {}

    /// The header's file for a name that may be that of the voxels.
    static Path headerOf(Path file) {
        return hasEnding(file, ".img") ? partner(file, ".img", ".hdr") : file;
    }

    /// The voxels' file for a header of its own.
    static Path voxelsOf(Path header) {
        if (!hasEnding(header, ".hdr")) {
            throw missing(header, "its header says that the voxels are in another file (magic ni1), but its name does not end"
                    + " in .hdr");
        }
        return partner(header, ".hdr", ".img");
    }

    private static boolean hasEnding(Path file, String ending) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(ending) || name.endsWith(ending + ".gz");
    }

    private static Path partner(Path file, String from, String to) {
        String name = file.getFileName().toString();
        int at = name.toLowerCase(Locale.ROOT).lastIndexOf(from);
        String stem = name.substring(0, at);
        boolean upper = name.startsWith(from.toUpperCase(Locale.ROOT), at);
        String ending = upper ? to.toUpperCase(Locale.ROOT) : to;
        for (String candidate : new String[] {stem + ending, stem + ending + ".gz"}) {
            Path found = file.resolveSibling(candidate);
            if (Files.isRegularFile(found)) {
                return found;
            }
        }
        throw missing(file, "no " + stem + ending + " beside it");
    }

    private static InputException missing(Path file, String found) {
        return new InputException(new Problem(
                ImageProblem.NIFTI_PARTNER,
                file.toString(),
                found,
                "header and voxels beside each other: NAME.hdr and NAME.img",
                "copy both files of the pair into one folder"));
    }
}
