package org.trabecula.extraction.region;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.extraction.failure.CaseFileName;
import org.trabecula.extraction.failure.ExtractionProblem;

/// ITK-SNAP's label description: a text file with a line a label, `20 255 0 0 1 1 1 "L1"` (number, red, green, blue,
/// opacity, visibility, mesh, name). It stands beside the mask, under the mask's own name with `.txt` or `.label`, or as
/// `labels.txt` or `label_descriptions.txt`.
final class LabelDescription {
    private static final Pattern LINE =
            Pattern.compile("\\s*(\\d{1,9})\\s+\\d{1,3}\\s+\\d{1,3}\\s+\\d{1,3}\\s+[\\d.]+\\s+[01]\\s+[01]\\s+\"(.*)\"\\s*");
    private static final int MOST_BYTES = 1 << 20;

    private LabelDescription() {}

    /// The names by number; none where no description stands beside the mask.
    ///
    /// @param required whether to refuse that
    /// @throws InputException CAS-003
    static Map<Integer, String> beside(Path mask, boolean required) {
        Optional<Path> file = fileBeside(mask);
        Map<Integer, String> names = file.map(LabelDescription::read).orElseGet(Map::of);
        if (required && names.isEmpty()) {
            throw new InputException(new Problem(
                    ExtractionProblem.NO_LABEL_DESCRIPTION, mask.toString(), file.map(f -> f.getFileName() + " names no label")
                            .orElse("none of " + candidates(mask).stream().map(f -> f.getFileName().toString()).toList()),
                    "ITK-SNAP's label description beside the mask",
                    "export it in ITK-SNAP (Segmentation, Export Label Descriptions) under one of these names"));
        }
        return names;
    }

    /// The description's file, for keys.
    static Optional<Path> fileBeside(Path mask) {
        return candidates(mask).stream().filter(Files::isRegularFile).findFirst();
    }

    private static List<Path> candidates(Path mask) {
        String stem = CaseFileName.stem(mask);
        return List.of(
                mask.resolveSibling(stem + ".txt"), mask.resolveSibling(stem + ".label"), mask.resolveSibling("labels.txt"),
                mask.resolveSibling("label_descriptions.txt"));
    }

    private static Map<Integer, String> read(Path file) {
        Map<Integer, String> names = new LinkedHashMap<>();
        try {
            if (Files.size(file) > MOST_BYTES) {
                return names; // some other text
            }
            for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\\R")) {
                Matcher label = LINE.matcher(line);
                if (label.matches() && !label.group(1).matches("0+")) {
                    names.put(Integer.parseInt(label.group(1)), label.group(2).strip());
                }
            }
        } catch (IOException e) {
            return Map.of(); // a file of that name that cannot be read is none of ours
        }
        return names;
    }
}
