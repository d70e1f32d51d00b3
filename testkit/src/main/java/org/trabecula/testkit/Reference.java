package org.trabecula.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Finds reference data: the compact core in `conformance/data` of this repository, and the whole set in
/// `../shared/reference` where that is present.
public final class Reference {
    private Reference() {}

    /// The root folder of the repository.
    public static Path root() {
        String given = System.getProperty("trabecula.root");
        Path start = Path.of(given == null ? "" : given).toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("conformance/data"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no folder above " + start + " holds conformance/data");
    }

    /// A file or folder of the compact core, such as `pyradiomics/cases/edge_flat`; it must exist.
    public static Path core(String path) {
        Path found = root().resolve("conformance/data").resolve(path);
        if (!Files.exists(found)) {
            throw new IllegalStateException("missing in the repository: " + found);
        }
        return found;
    }

    /// A file or folder of the whole set, such as `pyradiomics/cases`; empty where the set is not present.
    public static Optional<Path> whole(String path) {
        Path found = root().resolve("../shared/reference").resolve(path).normalize();
        return Files.exists(found) ? Optional.of(found) : Optional.empty();
    }

    /// The whole set's `path`, else the compact core's; empty where neither has it.
    public static Optional<Path> found(String path) {
        Path core = root().resolve("conformance/data").resolve(path);
        return whole(path).or(() -> Files.exists(core) ? Optional.of(core) : Optional.empty());
    }

    /// The whole set's `path` where present, else the compact core's, which must then exist.
    public static Path best(String path) {
        return whole(path).orElseGet(() -> core(path));
    }
}
