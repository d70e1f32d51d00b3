package org.trabecula.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// The script `trabecula` with a stand-in for Java that tells how it was called: what it refuses itself, and what it hands on.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    @TempDir
    Path clone;

    private ClonedLauncher launcher;

    @BeforeEach
    void makeAClone() throws IOException {
        launcher = new ClonedLauncher(clone);
        Files.createFile(clone.resolve("cli/target/dist/.built")); // newer than all sources: nothing to build
    }

    private ClonedLauncher.Run run(Map<String, String> environment, String before, String... words) throws IOException, InterruptedException {
        return launcher.run(environment, before, words);
    }

    @Test
    void wordsAreHandedOnAsTheyAre() throws IOException, InterruptedException {
        ClonedLauncher.Run run = run(Map.of(), "", "extract", "a b", "", "*", "--label=Größe");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("word extract\nword a b\nword \nword *\nword --label=Größe\n");
    }

    /// Under C Java cannot hold a path with an umlaut.
    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "xx_YY.UTF-8"})
    void aLocaleOfAsciiOnlyBecomesUtf8(String locale) throws IOException, InterruptedException {
        ClonedLauncher.Run run = run(Map.of("LC_ALL", locale), "", "check", "cases.csv");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("encoding UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0", "-1", "8 g", "g", "8gb", "8\"g", "8\\g"})
    void aHeapThatIsNoneIsRefused(String heap) throws IOException, InterruptedException {
        ClonedLauncher.Run run = run(Map.of("TRABECULA_HEAP", heap), "", "check", "cases.csv", "--json");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).startsWith("error RUN-003").contains("found     " + heap, "fix").doesNotContain("Invalid");
        assertThat(JsonMapper.shared().readTree(run.out()).get("problems").get(0).get("found").asString()).isEqualTo(heap);
    }

    /// The documentation is made anew where its text is newer, and by this command alone.
    @Test
    void pagesAreMadeWhereTheyAreOpened() throws IOException, InterruptedException {
        String made = "word org.trabecula.site.SiteMain\n";
        Files.createDirectories(clone.resolve("docs"));
        Path pages = Files.createDirectories(clone.resolve("cli/target/dist/docs"));
        assertThat(run(Map.of(), "", "help", "--open").err()).contains(made, "word " + pages + "\n");
        assertThat(run(Map.of(), "", "help", "extract").err()).doesNotContain(made);
        Files.createFile(pages.resolve("index.js"));
        assertThat(run(Map.of(), "", "help", "--open").err()).doesNotContain(made);
        Files.setLastModifiedTime(Files.createFile(clone.resolve("docs/new.md")), FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(run(Map.of(), "", "help", "--open").err()).contains(made);
    }

    /// A cache may run classes of a jar that has changed since, without a word (JDK-8377932 in 25.0.3): the launcher looks itself.
    @ParameterizedTest
    @ValueSource(strings = {"extract ct.nii mask.nii", "--help"})
    void aCacheIsMadeAnewWhenAnyJarIsAnother(String words) throws IOException, InterruptedException {
        Path dist = clone.resolve("cli/target/dist");
        Path jar = Files.writeString(Files.createDirectories(dist.resolve("lib")).resolve("trabecula.jar"), "classes");
        String name = words.startsWith("extract") ? "extract" : "start";
        Path log = dist.resolve("archive-" + name + ".log");
        String[] line = words.split(" ");
        assertThat(run(Map.of(), "", line).out()).as("the stand-in makes no cache").doesNotContain("AOTCache");
        assertThat(log).content().contains("word -XX:AOTCacheOutput=", "word -Dtrabecula.rehearsal=" + name + "\n");
        assertThat(Files.readString(log).contains("word -XX:-AOTRecordTraining\n")).isEqualTo(name.equals("start"));

        Path cache = Files.createFile(dist.resolve(name + ".aot")).toRealPath();
        Files.createFile(dist.resolve("trabecula.jsa"));
        Files.delete(log);
        String cached = "word -XX:AOTCache=" + cache + "\n";
        assertThat(run(Map.of(), "", line).out()).contains(cached).doesNotContain("SharedArchiveFile");
        assertThat(run(Map.of(), "", "check").out()).contains("word -XX:SharedArchiveFile=").doesNotContain("AOTCache");
        assertThat(log).doesNotExist();

        FileTime made = Files.getLastModifiedTime(jar);
        Files.writeString(jar, "CLASSES");
        Files.setLastModifiedTime(jar, made); // as long as before, and as old by its time
        assertThat(run(Map.of(), "", line).out()).doesNotContain("AOTCache");
        assertThat(log).exists();
    }

    @Test
    void aHeapIsHandedOn() throws IOException, InterruptedException {
        assertThat(run(Map.of("TRABECULA_HEAP", "8g"), "", "check").out()).contains("word -Xmx8g");
        assertThat(run(Map.of(), "", "check").out()).contains("word -XX:MaxRAMPercentage=60");
    }

    /// Beyond 32 GB of heap references take eight bytes, the archive of classes does not fit, and every start is slow.
    @Test
    void ofMuchMemoryTheHeapTakesWhatShortReferencesReach() throws IOException, InterruptedException {
        Path script = clone.resolve("dist/launcher/launch.sh");
        Path memory = clone.resolve("meminfo");
        Path limit = clone.resolve("limit");
        Files.writeString(script, Files.readString(script).replace("/proc/meminfo", memory.toString())
                .replace("/sys/fs/cgroup/memory.max", limit.toString()).replace("/sys/fs/cgroup/memory/memory.limit_in_bytes", "/none"));

        Files.writeString(memory, "MemTotal:       67108864 kB\nMemFree: 1 kB\n"); // 64 GB
        assertThat(run(Map.of(), "", "check").out()).contains("word -Xmx31g\n").doesNotContain("MaxRAMPercentage");
        assertThat(run(Map.of("TRABECULA_HEAP", "40g"), "", "check").out()).contains("word -Xmx40g\n").doesNotContain("31g");
        Files.writeString(limit, "max\n");
        assertThat(run(Map.of(), "", "check").out()).contains("word -Xmx31g\n");
        Files.writeString(limit, "8589934592\n"); // a container of 8 GB
        assertThat(run(Map.of(), "", "check").out()).contains("word -XX:MaxRAMPercentage=60\n").doesNotContain("-Xmx");
        Files.delete(limit);
        Files.writeString(memory, "MemTotal:       33554432 kB\n");
        assertThat(run(Map.of(), "", "check").out()).contains("word -XX:MaxRAMPercentage=60\n");
    }

    @Test
    void someCasesGetTheQuickCompilerAndManyTheOptimisingOne() throws IOException, InterruptedException {
        String quick = "word -XX:TieredStopAtLevel=1\n";
        Files.writeString(clone.resolve("some.csv"), "image,mask\n" + "a.nii,b.nii\n".repeat(20));
        Files.writeString(clone.resolve("many.csv"), "image,mask\n" + "a.nii,b.nii\n".repeat(500));
        assertThat(run(Map.of(), "", "extract", "some.csv").out()).contains(quick, "word -XX:+UseParallelGC\n");
        assertThat(run(Map.of(), "", "extract", "many.csv").out()).doesNotContain(quick).contains("word -XX:+UseParallelGC\n");
        assertThat(run(Map.of(), "", "extract", "none.csv").out()).doesNotContain(quick);
        assertThat(run(Map.of(), "", "extract", "ct.nii", "mask.nii").out()).contains(quick, "word -XX:+UseSerialGC\n");
        assertThat(run(Map.of(), "", "study", "some.csv").out()).doesNotContain(quick);
    }

    @Test
    void aShellOfFewFilesIsRefused() throws IOException, InterruptedException {
        ClonedLauncher.Run run = run(Map.of(), "ulimit -n 32;", "check", "cases.csv");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).startsWith("error RUN-004").contains("found     32");
    }

    @Test
    void aSoftLimitIsRaised() throws IOException, InterruptedException {
        ClonedLauncher.Run run = run(Map.of(), "ulimit -Sn 32;", "check", "cases.csv");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).doesNotContain("files 32\n");
    }
}
