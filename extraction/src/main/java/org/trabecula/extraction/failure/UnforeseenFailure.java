package org.trabecula.extraction.failure;

import java.io.IOException;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.radiomics.problem.RegionProblem;

/// What no check foresaw ends one case, not the others.
public final class UnforeseenFailure {
    private UnforeseenFailure() {}

    /// @param e an [IOException], an [OutOfMemoryError], or a fault of ours
    public static InputException of(String caseId, Throwable e) {
        String where = "case " + caseId;
        Problem problem = switch (e) {
            case OutOfMemoryError memory -> new Problem(
                    RegionProblem.OUT_OF_MEMORY, where, memory.toString(),
                    "less than the " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB that Java may take",
                    "run again with more memory: JAVA_TOOL_OPTIONS=-Xmx8g; finished cases are kept");
            case IOException io -> new Problem(
                    ExtractionProblem.NO_IMAGES, where, io.toString(), "readable image and mask files",
                    "check the files and their permissions");
            default -> new Problem(
                    RegionProblem.FAILED, where, e + " at " + (e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "?"),
                    "features, or a refusal that names what is wrong",
                    "report this line; the other cases are not affected");
        };
        return new InputException(problem, e);
    }
}
