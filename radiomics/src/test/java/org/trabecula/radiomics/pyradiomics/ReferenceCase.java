package org.trabecula.radiomics.pyradiomics;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Mask;
import org.trabecula.image.formats.StandardFormats;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One image and its label map among the reference cases.
record ReferenceCase(ImageFile image, Path maskFile, int label) {
    private static final Map<Path, ReferenceCase> OPENED = new ConcurrentHashMap<>();

    static ReferenceCase open(Path root, String name) throws IOException {
        Path folder = root.resolve("cases").resolve(name);
        ReferenceCase known = OPENED.get(folder);
        if (known != null) {
            return known;
        }
        JsonNode described = new JsonMapper().readTree(folder.resolve("case.json").toFile());
        ReferenceCase opened = new ReferenceCase(
                StandardFormats.ALL.open(folder.resolve(described.path("image_file").asString())),
                folder.resolve(described.path("mask_file").asString()),
                described.path("label").asInt());
        OPENED.put(folder, opened);
        return opened;
    }

    Mask mask() throws IOException {
        return StandardFormats.ALL.labels(maskFile).mask(label);
    }
}
