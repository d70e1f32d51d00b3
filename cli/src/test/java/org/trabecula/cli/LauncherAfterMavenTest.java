package org.trabecula.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The script `trabecula` where Maven was called by hand: what Maven made is taken as it is only if it is what the sources say.
@DisabledOnOs(OS.WINDOWS)
class LauncherAfterMavenTest {
    private static final Instant WRITTEN = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(1, ChronoUnit.HOURS);
    private static final Instant LOOKED_AT = WRITTEN.plusSeconds(60);
    private static final Instant COMPILED = WRITTEN.plusSeconds(120);
    private static final Instant PACKED = WRITTEN.plusSeconds(180);

    @TempDir
    Path clone;

    private ClonedLauncher launcher;

    @BeforeEach
    void callMavenByHand() throws IOException {
        launcher = new ClonedLauncher(clone);
        launcher.program("maven/mvn", "exit 1");
        made("pom.xml", WRITTEN);
        for (String module : new String[] {"core", "cli", "site"}) {
            made(module + "/pom.xml", WRITTEN);
            made(module + "/src/main/java/Some.java", WRITTEN);
            made(module + "/target/maven-status/maven-compiler-plugin/compile/default-compile/inputFiles.lst", LOOKED_AT);
            made(module + "/target/classes/Some.class", COMPILED);
        }
        made("core/target/trabecula-core-0.1.0-SNAPSHOT.jar", PACKED);
        made("cli/target/dist/lib/trabecula-core-0.1.0-SNAPSHOT.jar", PACKED);
        made("cli/target/dist/lib/trabecula.jar", PACKED);
        made("site/target/lib/trabecula-site-0.1.0-SNAPSHOT.jar", PACKED);
    }

    /// With all folders above, whose time tells that a file came or went.
    private void made(String name, Instant time) throws IOException {
        Path file = clone.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "Some");
        Path part = clone;
        for (Path step : clone.relativize(file)) {
            part = part.resolve(step);
            Files.setLastModifiedTime(part, FileTime.from(time));
        }
    }

    private ClonedLauncher.Run run() throws IOException, InterruptedException {
        return launcher.run(Map.of("PATH", clone.resolve("maven") + ":" + System.getenv("PATH")), "", "check", "cases.csv");
    }

    @Test
    void whatMavenMadeIsNotBuiltAgain() throws IOException, InterruptedException {
        ClonedLauncher.Run run = run();
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).doesNotContain("building").contains("preparing fast starts");
        assertThat(run.out()).contains("word check\nword cases.csv\n");
        assertThat(Files.getLastModifiedTime(clone.resolve("cli/target/dist/.built")).toInstant()).isEqualTo(LOOKED_AT);
        assertThat(run().err()).as("the second time").doesNotContain("building", "preparing");
    }

    /// Nor where an older build of the launcher's own stands beside it.
    @Test
    void whatMavenMadeSinceTheLastBuildIsNotBuiltAgain() throws IOException, InterruptedException {
        made("cli/target/dist/.built", WRITTEN.minusSeconds(60));
        ClonedLauncher.Run run = run();
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).doesNotContain("building").contains("preparing fast starts");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "core/src/main/java/Some.java", "core/src/main/java/New.java", "cli/src/main/java/Some.java", "site/src/main/java/Some.java", "pom.xml", "core/pom.xml"
    })
    void aSourceThatIsNewerIsBuilt(String source) throws IOException, InterruptedException {
        made(source, PACKED.plusSeconds(1));
        isBuilt();
    }

    /// Its class and its jar are newer, and do not hold it.
    @ParameterizedTest
    @ValueSource(strings = {"core/src/main/java/Some.java", "cli/src/main/java/Some.java"})
    void aSourceThatWasChangedWhileMavenCompiledIsBuilt(String source) throws IOException, InterruptedException {
        made(source, LOOKED_AT.plusSeconds(1));
        isBuilt();
    }

    /// Maven looked at the changed source, and left the jar as it was.
    @Test
    void aSourceThatDidNotCompileIsBuilt() throws IOException, InterruptedException {
        made("cli/src/main/java/Some.java", PACKED.plusSeconds(1));
        for (String module : new String[] {"core", "cli", "site"}) {
            made(module + "/target/maven-status/maven-compiler-plugin/compile/default-compile/inputFiles.lst", PACKED.plusSeconds(2));
        }
        isBuilt();
    }

    @Test
    void classesThatNoJarHoldsYetAreBuilt() throws IOException, InterruptedException {
        made("core/target/classes/Some.class", PACKED.plusSeconds(1));
        isBuilt();
    }

    @Test
    void aJarThatIsAnotherThanItsModulesIsBuilt() throws IOException, InterruptedException {
        Path copy = clone.resolve("cli/target/dist/lib/trabecula-core-0.1.0-SNAPSHOT.jar");
        Files.writeString(copy, "Same");
        Files.setLastModifiedTime(copy, FileTime.from(PACKED));
        isBuilt();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "core/target/trabecula-core-0.1.0-SNAPSHOT.jar", "cli/target/dist/lib/trabecula.jar", "site/target/lib/trabecula-site-0.1.0-SNAPSHOT.jar",
        "core/target/maven-status/maven-compiler-plugin/compile/default-compile/inputFiles.lst"
    })
    void whatIsMissingIsBuilt(String missing) throws IOException, InterruptedException {
        Files.delete(clone.resolve(missing));
        isBuilt();
    }

    /// Maven's stand-in fails, so that nothing runs.
    private void isBuilt() throws IOException, InterruptedException {
        ClonedLauncher.Run run = run();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).startsWith("building Trabecula").contains("the build failed");
        assertThat(run.out()).doesNotContain("word check");
        assertThat(clone.resolve("cli/target/dist/.built")).doesNotExist();
    }
}
