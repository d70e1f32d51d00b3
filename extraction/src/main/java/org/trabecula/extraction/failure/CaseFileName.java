package org.trabecula.extraction.failure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.trabecula.core.Hash;

/// File names for cases, and cases for file names: ids may hold characters that paths may not.
public final class CaseFileName {
    private CaseFileName() {}

    /// The id itself where it is a plain name; else its plain characters and six digits of its hash, so that two ids never
    /// share a file.
    public static String of(String caseId) {
        if (caseId.matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}")) {
            return caseId;
        }
        String plain = caseId.replaceAll("[^A-Za-z0-9_-]", "_");
        return plain.substring(0, Math.min(80, plain.length())) + "-"
                + Hash.sha256Hex(caseId.getBytes(StandardCharsets.UTF_8)).substring(0, 6);
    }

    /// What a case is called that is given by its image alone: the file's name without its ending.
    public static String stem(Path image) {
        return String.valueOf(image.getFileName()).replaceFirst("(\\.nii)?(\\.gz)?(\\.nrrd)?$", "");
    }
}
