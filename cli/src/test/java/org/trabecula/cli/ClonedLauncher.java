package org.trabecula.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trabecula.testkit.Reference;

/// The script `trabecula` in a clone of one module without a source, with a stand-in for Java that tells how it was called. Nothing is built yet.
final class ClonedLauncher {
    private final Path clone;

    record Run(int exit, String out, String err) {}

    ClonedLauncher(Path clone) throws IOException {
        this.clone = clone;
        Files.copy(Reference.root().resolve("trabecula"), clone.resolve("trabecula"));
        copy("dist/launcher");
        copy("dist/launcher/flags");
        Files.createDirectories(clone.resolve("cli/src/main"));
        Files.createFile(clone.resolve("pom.xml"));
        Files.createFile(clone.resolve("cli/pom.xml"));
        Files.createDirectories(clone.resolve("cli/target/dist"));
        program("jdk/bin/java", """
                case "$*" in
                  *-Xmx*-version*) [[ $1 =~ ^-Xmx[1-9][0-9]*[gm]$ ]] && exit 0; echo "Invalid maximum heap size" >&2; exit 1 ;;
                esac
                echo "encoding $(locale charmap)"
                echo "files $(ulimit -Sn)"
                for word in "$@"; do
                  case $word in
                    @*) for flag in $(grep -v "^#" "${word#@}"); do echo "word $flag"; done ;;
                    *) echo "word $word" ;;
                  esac
                done
                """);
        program("jdk/bin/javac", "exit 1");
        Files.writeString(clone.resolve("jdk/release"), "JAVA_VERSION=\"25.0.3\"\n");
        Files.createFile(Files.createDirectories(clone.resolve("jdk/lib")).resolve("modules"));
    }

    private void copy(String folder) throws IOException {
        Path copied = Files.createDirectories(clone.resolve(folder));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Reference.root().resolve(folder), Files::isRegularFile)) {
            for (Path file : files) {
                Files.copy(file, copied.resolve(file.getFileName()));
            }
        }
    }

    void program(String name, String script) throws IOException {
        Path file = clone.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/usr/bin/env bash\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// @param before what the shell does first
    Run run(Map<String, String> environment, String before, String... words) throws IOException, InterruptedException {
        Path out = clone.resolve("out.txt");
        Path err = clone.resolve("err.txt");
        List<String> command = new ArrayList<>(List.of("bash", "-c", before + " exec bash ./trabecula \"$@\"", "trabecula"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(clone.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("TRABECULA_JAVA", clone.resolve("jdk").toString());
        builder.environment().remove("TRABECULA_HEAP");
        builder.environment().putAll(environment);
        int exit = builder.start().waitFor();
        return new Run(exit, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }
}
