package org.trabecula.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// One file of the reference folder `dicom/nifti-nrrd` with what its `expected.json` says about it.
public record Expected(Path file, JsonNode says) {
    /// Every file of `kind` (`nifti`, `nrrd`, `hostile`) that is present; the whole set, or the repository's core.
    public static Stream<Expected> all(String kind) {
        Path folder = folder().resolve(kind);
        JsonNode files = new ObjectMapper().readTree(folder.resolve("expected.json")).get("files");
        List<Expected> all = new ArrayList<>();
        for (var entry : files.properties()) {
            Path file = folder.resolve(entry.getKey());
            if (Files.exists(file)) {
                all.add(new Expected(file, entry.getValue()));
            }
        }
        int missing = files.size() - all.size();
        if (missing > 0) {
            Conformance.skipped(kind, missing, "files above 100 kB are left out of the repository's core");
        }
        return all.stream();
    }

    public static Path folder() {
        return Reference.whole("dicom/nifti-nrrd").orElseGet(() -> Reference.core("nifti-nrrd"));
    }

    public String name() {
        return file.getFileName().toString();
    }

    /// What the reference demands of a careful reader, as one text.
    public String must() {
        JsonNode must = says.get("must");
        if (must == null) {
            return "";
        }
        return must.isArray() ? must.valueStream().map(JsonNode::asString).reduce("", (a, b) -> a + b + " ") : must.asString();
    }

    /// A number, or the texts "nan" and "inf".
    public static double number(JsonNode node) {
        return switch (node.isString() ? node.asString() : "") {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            default -> node.asDouble();
        };
    }

    @Override
    public String toString() {
        return name();
    }
}
