package org.trabecula.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cli.verbs.Verbs;
import org.trabecula.testkit.Reference;
import picocli.CommandLine;

/// The launcher of what `dist/build` makes, with a stand-in for Java that tells how it was called.
@DisabledOnOs(OS.WINDOWS)
class ShippedLauncherTest {
    private static final Pattern WORK = Pattern.compile("word @.*/lib/flags/(?!common)(\\w+)\n");

    @TempDir
    Path folder;

    private Path image;

    @BeforeEach
    void layOut() throws IOException {
        image = folder.resolve("Ärzte 1/trabecula");
        Path launcher = Reference.root().resolve("dist/launcher");
        copy(launcher, "trabecula", "bin");
        copy(launcher, "*.sh", "lib");
        copy(launcher.resolve("flags"), "*", "lib/flags");
        java("runtime/bin/java", "ours");
    }

    private void copy(Path from, String names, String to) throws IOException {
        Path copied = Files.createDirectories(image.resolve(to));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from, names)) {
            for (Path file : files) {
                Files.copy(file, copied.resolve(file.getFileName()));
            }
        }
    }

    private void java(String name, String who) throws IOException {
        Path file = image.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\necho java " + who + "\nfor word in \"$@\"; do echo \"word $word\"; done\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String run(Path program, Map<String, String> environment, String... words) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        List<String> command = new ArrayList<>(List.of("sh", program.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().remove("TRABECULA_HEAP");
        builder.environment().remove("JAVA_HOME");
        builder.environment().putAll(environment);
        builder.start().waitFor();
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    private String work(String... words) throws IOException, InterruptedException {
        Matcher flags = WORK.matcher(run(image.resolve("bin/trabecula"), Map.of(), words));
        assertThat(flags.find()).isTrue();
        return flags.group(1);
    }

    @Test
    void itTakesTheJavaBesideItThroughAnyLink() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(folder.resolve("trabecula"), Path.of("Ärzte 1/trabecula/bin/trabecula"));
        String said = run(link, Map.of("TRABECULA_JAVA", "/nowhere", "LC_ALL", "C"), "extract", "a b", "", "*");
        assertThat(said).startsWith("java ours\n").contains("-jar\nword " + image.toRealPath().resolve("lib/app/trabecula.jar") + "\n");
        assertThat(said).endsWith("word extract\nword a b\nword \nword *\n");
    }

    @Test
    void libtorchAndTheCacheAreNamedWhereTheyLie() throws IOException, InterruptedException {
        Path program = image.resolve("bin/trabecula");
        assertThat(run(program, Map.of(), "check")).doesNotContain("java.library.path", "AOTCache");
        Files.createDirectory(image.resolve("lib/native"));
        Files.createFile(image.resolve("lib/trabecula.aot"));
        Path lib = image.toRealPath().resolve("lib");
        assertThat(run(program, Map.of(), "check"))
                .contains("word -XX:AOTCache=" + lib.resolve("trabecula.aot") + "\n", "word -Djava.library.path=" + lib.resolve("native") + "\n");
        assertThat(run(program, Map.of(), "extract", "a", "b")).contains("word -XX:AOTCache=" + lib.resolve("trabecula.aot") + "\n");
        Files.createFile(image.resolve("lib/extract.aot"));
        assertThat(run(program, Map.of(), "extract", "a", "b"))
                .contains("flags/linked\nword -XX:AOTCache=" + lib.resolve("extract.aot") + "\n").doesNotContain("trabecula.aot");
        assertThat(run(program, Map.of(), "extract", "--help")).contains("trabecula.aot").doesNotContain("extract.aot");
    }

    @Test
    void withoutAJavaBesideItOneOfTheMachineIsFound() throws IOException, InterruptedException {
        Files.move(image.resolve("runtime"), image.resolve("other"));
        Files.writeString(image.resolve("other/release"), "JAVA_VERSION=\"25.0.3\"\n");
        java("other/bin/java", "found");
        assertThat(run(image.resolve("bin/trabecula"), Map.of("TRABECULA_JAVA", image.resolve("other").toString()), "check"))
                .startsWith("java found\n");
    }

    /// As when it is double-clicked.
    @Test
    @DisabledOnOs(OS.MAC) // which always has a browser
    void withoutAWordTheReadingRoomOpensWhereThereIsABrowser() throws IOException, InterruptedException {
        java("browser/xdg-open", "never called by the launcher");
        Path program = image.resolve("bin/trabecula");
        String path = image.resolve("browser") + ":" + System.getenv("PATH");
        assertThat(run(program, Map.of("PATH", path, "DISPLAY", ":0"))).endsWith("trabecula.jar\nword serve\nword --open\n");
        assertThat(run(program, Map.of("PATH", path, "DISPLAY", "", "WAYLAND_DISPLAY", ""))).endsWith("trabecula.jar\n");
        assertThat(run(program, Map.of("PATH", path, "DISPLAY", ":0"), "check")).endsWith("trabecula.jar\nword check\n");
    }

    /// Java does not start with a file of flags that is not there.
    @Test
    void everyKindOfWorkHasItsFlags() throws IOException {
        Path launcher = Reference.root().resolve("dist/launcher");
        for (String text : List.of("launch.sh", "trabecula.cmd")) {
            List<String> kinds = Pattern.compile("work=(\\w+)").matcher(Files.readString(launcher.resolve(text))).results()
                    .map(kind -> kind.group(1)).distinct().toList();
            assertThat(kinds).as(text).contains("short", "long", "tables", "many");
            assertThat(kinds).as(text).allSatisfy(kind -> assertThat(launcher.resolve("flags").resolve(kind)).isRegularFile());
        }
    }

    /// Windows' launcher is another text with the same choice; it does not count the rows of a table.
    @Test
    void windowsChoosesAlikeForEveryVerb() throws IOException, InterruptedException {
        String windows = Files.readString(Reference.root().resolve("dist/launcher/trabecula.cmd"));
        Map<String, String> chosen = new TreeMap<>();
        Matcher line = Pattern.compile("for %%v in \\(([a-z ]+)\\) do if \"%~1\"==\"%%v\" set work=(\\w+)").matcher(windows);
        while (line.find()) {
            for (String verb : line.group(1).split(" ")) {
                chosen.put(verb, line.group(2));
            }
        }
        CommandLine all = new CommandLine(new Trabecula());
        Verbs.addAllTo(all);
        assertThat(all.getSubcommands().keySet()).containsAll(chosen.keySet());
        for (String verb : all.getSubcommands().keySet()) {
            assertThat(work(verb)).as(verb).isEqualTo(chosen.getOrDefault(verb, "short"));
        }
        assertThat(work("study", "--help")).isEqualTo("short");
        assertThat(work("extract", "many.csv")).isEqualTo("many");
        assertThat(windows).contains("for %%e in (.csv .tsv .txt) do if \"%~x2\"==\"%%e\" set work=many");
    }
}
