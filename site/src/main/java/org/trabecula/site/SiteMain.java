package org.trabecula.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Writes the site: `REPOSITORY FOLDER [JARS]`.
public final class SiteMain {
    private SiteMain() {}

    /// @param arguments the repository's root; the folder to write, replaced where it is there; where the libraries of the radiomics engine
    ///     lie as jars, if its Javadoc is to stand beside the pages
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2 || arguments.length > 3) {
            throw new IllegalArgumentException("REPOSITORY FOLDER [JARS]");
        }
        Optional<Path> jars = arguments.length == 3 ? Optional.of(Path.of(arguments[2])) : Optional.empty();
        new Site(Path.of(arguments[0]), jars).write(Path.of(arguments[1]));
    }
}
