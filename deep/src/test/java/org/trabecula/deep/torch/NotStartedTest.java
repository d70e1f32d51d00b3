package org.trabecula.deep.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;

/// What is said where libtorch does not start.
class NotStartedTest {
    /// As the dynamic linker words it; on Debian 11 (glibc 2.31) libtorch 2.10 was refused so.
    private static final String OLD = "/opt/trabecula/lib/native/libtorch_cpu.so: /lib/x86_64-linux-gnu/libm.so.6: version `GLIBC_2.35' not found"
            + " (required by /opt/trabecula/lib/native/libtorch_cpu.so)";

    private static Problem told(LinkageError cause) {
        InputException refusal = NotStarted.refusal(cause);
        assertThat(refusal).hasCause(cause);
        return refusal.problems().getFirst();
    }

    @Test
    void anOldSystemIsToldWhichSystemsAreNewEnough() {
        Problem said = told(new UnsatisfiedLinkError(OLD));
        assertThat(said.code().code()).isEqualTo("NET-003");
        assertThat(said.found()).isEqualTo("the C library of this system is older than GLIBC_2.35");
        assertThat(said.expected()).contains("RHEL, Rocky and Alma 9 have 2.34");
    }

    @Test
    void theReasonIsFoundBehindOtherFailures() {
        UnsatisfiedLinkError shown = new UnsatisfiedLinkError("no jnitorch in java.library.path: /opt/trabecula/lib/native");
        shown.initCause(new UnsatisfiedLinkError(OLD));
        assertThat(NotStarted.missing(shown)).contains("GLIBC_2.35");
        UnsatisfiedLinkError beside = new UnsatisfiedLinkError("no jnitorch");
        beside.addSuppressed(new UnsatisfiedLinkError("libstdc++.so.6: version `GLIBCXX_3.4.30' not found"));
        assertThat(NotStarted.missing(beside)).contains("GLIBCXX_3.4.30");
    }

    @Test
    void anotherReasonIsToldAsItIs() {
        Problem said = told(new UnsatisfiedLinkError("No space left on device\nat org.bytedeco"));
        assertThat(said.code().code()).isEqualTo("NET-003");
        assertThat(said.found()).isEqualTo("No space left on device");
    }

    /// The edition without the network has the bindings, but no library.
    @Test
    void librariesAreFoundInJarsAndInFolders(@TempDir Path folder) throws IOException {
        String file = System.mapLibraryName("jnitorch");
        Path jar = folder.resolve("classes");
        Path unpacked = Files.createDirectories(folder.resolve("native"));
        String path = File.pathSeparator + folder.resolve("elsewhere") + File.pathSeparator + unpacked;
        try (URLClassLoader classes = new URLClassLoader(new URL[] {Files.createDirectories(jar).toUri().toURL()}, null)) {
            assertThat(new NativeFiles(classes, path, "linux-x86_64").hold("jnitorch")).isFalse();

            Files.createFile(unpacked.resolve(file));
            assertThat(new NativeFiles(classes, path, "linux-x86_64").hold("jnitorch")).isTrue();
            assertThat(new NativeFiles(classes, "", "linux-x86_64").hold("jnitorch")).isFalse();

            Files.createFile(Files.createDirectories(jar.resolve("org/bytedeco/pytorch/linux-x86_64-gpu")).resolve(file));
            assertThat(new NativeFiles(classes, "", "linux-x86_64").hold("jnitorch")).isTrue();
            assertThat(new NativeFiles(classes, "", "windows-x86_64").hold("jnitorch")).isFalse();
        }
    }

    @Test
    void withoutLibrariesTheEditionIsTheReason() {
        Problem said = NotStarted.withoutNetwork().problems().getFirst();
        assertThat(said.code().code()).isEqualTo("NET-011");
        assertThat(said.fix()).startsWith("take the full edition");
    }

    @Test
    void thisBuildHasLibtorch() {
        Libtorch.requirePresent();
    }
}
