package org.trabecula.cli.verbs;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.trabecula.cli.frame.CliProblem;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;

/// The documentation that lies beside the program, as the launcher and the packages put it there: in one of the folders above the program's jar.
final class DocumentationPages {
    /// Of a checkout that was built, and of a package.
    private static final List<String> FIRST = List.of("docs/index.html", "share/doc/trabecula/guide/index.html");
    /// `lib/trabecula.jar` in a build, `lib/app/trabecula.jar` in a package.
    private static final int FOLDERS_ABOVE = 3;

    private DocumentationPages() {}

    /// The first page.
    ///
    /// @throws InputException CLI-006 if there is none
    static Path first() {
        Path program = program();
        return beside(program).orElseThrow(() -> new InputException(new Problem(
                CliProblem.NO_PAGES, program.toString(), "no " + String.join(" and no ", FIRST) + " above it", "the pages that come with the program",
                "in a source checkout: ./trabecula help --open makes them, site/make FOLDER too; the text itself is docs/README.md")));
    }

    /// @param program the jar, or a folder of classes
    static Optional<Path> beside(Path program) {
        Path folder = program.getParent();
        for (int n = 0; n < FOLDERS_ABOVE && folder != null; n++) {
            Optional<Path> page = FIRST.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
            if (page.isPresent()) {
                return page;
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }

    private static Path program() {
        try {
            return Path.of(DocumentationPages.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program comes from no file", e);
        }
    }
}
