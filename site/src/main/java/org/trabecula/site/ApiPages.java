package org.trabecula.site;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The Javadoc of the radiomics engine, as its modules export it.
final class ApiPages {
    private static final List<String> ROOMS = List.of("core", "image", "radiomics");
    /// What the engine asks for; other jars may lie in the same folder.
    private static final List<String> LIBRARIES = List.of("jspecify-", "snakeyaml-engine-");

    private ApiPages() {}

    /// @param jars where the libraries lie that the engine asks for
    static void write(Path root, Path jars, Path folder) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-quiet", "-notimestamp", "-Xdoclint:all,-missing", "-encoding", "UTF-8",
                "-windowtitle", "Trabecula", "-doctitle", "The radiomics engine of Trabecula",
                "-header", "<a href=\"{@docRoot}/../library.html\">Documentation</a>",
                "-d", folder.toString(), "--module-path", libraries(jars),
                "--module", ROOMS.stream().map(room -> "org.trabecula." + room).collect(Collectors.joining(","))));
        for (String room : ROOMS) {
            arguments.add("--module-source-path");
            arguments.add("org.trabecula." + room + "=" + root.resolve(room).resolve("src/main/java"));
        }
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int exit = ToolProvider.findFirst("javadoc").orElseThrow().run(out, out, arguments.toArray(String[]::new));
        if (exit != 0) {
            throw new IOException("javadoc ended with " + exit + ":\n" + said);
        }
    }

    private static String libraries(Path jars) throws IOException {
        try (Stream<Path> files = Files.list(jars)) {
            return files.filter(file -> LIBRARIES.stream().anyMatch(file.getFileName().toString()::startsWith))
                    .map(Path::toString)
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }
}
