package org.trabecula.image;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.label.ItkSnapLabels;
import org.trabecula.image.label.LabelNaming;
import org.trabecula.image.label.LabelScheme;

/// Finds the naming that a user asks for, or that lies beside a label map.
public final class LabelNamings {
    /// How ITK-SNAP users call the description beside `seg.nii.gz`.
    private static final List<String> BESIDE = List.of(".txt", ".label", ".labels", "-labels.txt", "_labels.txt");

    private LabelNamings() {}

    /// The naming called `word`: the key of a [LabelScheme], or the path of an ITK-SNAP label description file.
    ///
    /// @throws InputException MSK-007 if it is neither
    public static LabelNaming named(String word) throws IOException {
        Optional<LabelScheme> scheme = LabelScheme.named(word.strip());
        if (scheme.isPresent()) {
            return scheme.get();
        }
        Optional<ItkSnapLabels> file = Optional.empty();
        try {
            file = ItkSnapLabels.read(Path.of(word));
        } catch (InvalidPathException e) {
            // no path either: refused below
        }
        return file.orElseThrow(() -> new InputException(new Problem(
                ImageProblem.NO_SUCH_SCHEME,
                "--label-scheme",
                "'" + word + "'",
                String.join(", ", LabelScheme.keys()) + ", or a label description file of ITK-SNAP",
                "name one of these; without the flag, a numbering that alone fits is taken and said")));
    }

    /// The description of ITK-SNAP beside `mask`, under the mask's name.
    static Optional<ItkSnapLabels> beside(Path mask) throws IOException {
        String name = String.valueOf(mask.getFileName());
        String lower = name.toLowerCase(Locale.ROOT);
        for (String ending : List.of(".nii.gz", ".nii", ".seg.nrrd", ".nrrd", ".nhdr", ".hdr", ".img")) {
            if (lower.endsWith(ending)) {
                String stem = name.substring(0, name.length() - ending.length());
                for (String beside : BESIDE) {
                    Optional<ItkSnapLabels> found = ItkSnapLabels.read(mask.resolveSibling(stem + beside));
                    if (found.isPresent()) {
                        return found;
                    }
                }
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
