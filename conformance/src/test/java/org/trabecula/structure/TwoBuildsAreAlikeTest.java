package org.trabecula.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.testkit.Reference;

/// What is shipped is the same bytes when it is made twice from one commit, in two folders (`dist/compare`; some minutes).
@Tag("slow")
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class TwoBuildsAreAlikeTest {
    private static final List<String> TOOLS = List.of("git", "mvn", "unzip", "zstd", "python3", "strip", "asciidoctor", "jq", "dpkg-deb");

    private static boolean isInstalled(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    @Test
    void everyFileButTheCacheIsTheSameTwice(@TempDir Path folder) throws IOException, InterruptedException {
        List<String> missing = TOOLS.stream().filter(tool -> !isInstalled(tool)).toList();
        assumeTrue(missing.isEmpty(), () -> "these programs are missing: " + missing);
        assumeTrue(Files.exists(Reference.root().resolve(".git")), "two copies are made of a commit, and this is no clone");
        Path said = folder.resolve("said.txt");
        int exit = new ProcessBuilder(Reference.root().resolve("dist/compare").toString())
                .redirectErrorStream(true).redirectOutput(said.toFile()).start().waitFor();
        assertThat(exit).as(Files.readString(said, StandardCharsets.UTF_8)).isZero();
    }
}
