package org.trabecula.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A file that exists is complete; what is no regular file is never replaced.
class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void aFailureLeavesTheOldFileAndNoOther() throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), "old");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write("half".getBytes(StandardCharsets.UTF_8));
                    throw new IOException("the source is torn");
                }))
                .hasMessage("the source is torn");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("table.csv");
    }

    @Test
    void foldersAreMade() throws IOException {
        AtomicFile.writeText(folder.resolve("a/b/c.txt"), "new");
        assertThat(folder.resolve("a/b/c.txt")).hasContent("new");
    }

    @Test
    void whatIsBeingWrittenIsKnownByItsName() throws IOException {
        AtomicFile.write(folder.resolve("x.csv"), out -> assertThat(names())
                .singleElement()
                .satisfies(name -> assertThat(AtomicFile.isHalfWritten(Path.of(name))).isTrue()));
        assertThat(AtomicFile.isHalfWritten(folder.resolve("x.csv"))).isFalse();
    }

    @Test
    void whatWasUnfinishedCanBeDiscardedAtTheEndOfTheProcess() {
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("x.csv"), out -> AtomicFile.discardUnfinished()))
                .isInstanceOf(FileSystemException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theLongestNameThatASystemHoldsCanBeWritten() throws IOException {
        Path file = folder.resolve("n".repeat(255));
        AtomicFile.writeText(file, "new");
        assertThat(file).hasContent("new");
    }

    @Test
    void aFolderIsRefused() {
        assertThatThrownBy(() -> AtomicFile.writeText(folder, "new"))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("a folder, where a file is needed");
    }

    /// The link stays a link, wherever it points.
    @ParameterizedTest
    @ValueSource(strings = {"real.csv", "elsewhere/not-there-yet.csv", "second-link"})
    void ofALinkTheFileBehindItIsWritten(String behind) throws IOException {
        Files.writeString(folder.resolve("real.csv"), "old");
        Files.createDirectory(folder.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("second-link"), Path.of("real.csv"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of(behind));
        AtomicFile.writeText(link, "new");
        assertThat(link).isSymbolicLink().hasContent("new");
        assertThat(folder.resolve(behind)).hasContent("new");
    }

    @Test
    void linksInACircleAreRefused() throws IOException {
        Path one = Files.createSymbolicLink(folder.resolve("one"), Path.of("two"));
        Files.createSymbolicLink(folder.resolve("two"), Path.of("one"));
        assertThatThrownBy(() -> AtomicFile.writeText(one, "new")).hasMessageContaining("circle");
    }

    @Test
    void aPipeIsWrittenThrough() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no mkfifo here");
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readString(pipe);
            } catch (IOException e) {
                return e.toString();
            }
        });
        AtomicFile.writeText(pipe, "through");
        assertThat(read.join()).isEqualTo("through");
        assertThat(names()).containsExactly("pipe");
        assertThat(Files.isRegularFile(pipe)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"/dev/null, true", "/dev/stdout, true", "/proc/self/fd/1, true", "/dev/full, true", "/dev/shm/table.csv, false", "/etc, false", "/no/such, false"})
    void devicesAreWrittenThrough(Path path, boolean through) {
        assertThat(AtomicFile.isWrittenThrough(path)).isEqualTo(through);
    }

    @Test
    void aFullDeviceSaysSo() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "no /dev/full here");
        assertThatThrownBy(() -> AtomicFile.writeText(full, "new"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left");
    }

    @Test
    void aReplacedFileKeepsItsPermissions() throws IOException {
        Path file = Files.writeString(folder.resolve("private.csv"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        AtomicFile.writeText(file, "new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void aNewFileHasThePermissionsOfAnyOther() throws IOException {
        Path plain = Files.createFile(folder.resolve("plain.csv"));
        AtomicFile.writeText(folder.resolve("ours.csv"), "new");
        assertThat(Files.getPosixFilePermissions(folder.resolve("ours.csv")))
                .isEqualTo(Files.getPosixFilePermissions(plain));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
