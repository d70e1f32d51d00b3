package org.trabecula.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Why a file could not be used, in words.
class FileTroubleTest {
    @TempDir
    Path folder;

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new NoSuchFileException("a/b"), "nothing there, or no folder to put it in"),
                Arguments.of(new AccessDeniedException("a"), "no permission"),
                Arguments.of(new FileAlreadyExistsException("a"), "a file, where a folder is needed"),
                Arguments.of(new NotDirectoryException("a"), "a file, where a folder is needed"),
                Arguments.of(new FileSystemLoopException("a"), "symbolic links in a circle"),
                Arguments.of(new FileSystemException("a", null, "Read-only file system"), "read-only file system"),
                Arguments.of(new FileSystemException("a", null, "No space left on device"), "no space left on device"),
                Arguments.of(new FileSystemException("a", null, "Not a directory"), "a file, where a folder is needed"),
                Arguments.of(new FileSystemException("a", null, "Is a directory"), "a folder, where a file is needed"),
                Arguments.of(new IOException("Broken pipe"), "broken pipe"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureHasItsWords(IOException failure, String words) {
        assertThat(FileTrouble.words(failure)).isEqualTo(words);
        assertThat(FileTrouble.isTheSystems(failure)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"No space left on device, true", "Disk quota exceeded, true", "Input/output error, true", "Stream closed, false",
        "Not in GZIP format, false", ", false"})
    void theSystemIsBlamedForWhatItSays(String message, boolean system) {
        assertThat(FileTrouble.isTheSystems(new IOException(message))).isEqualTo(system);
    }

    @Test
    void aFolderIsTriedWithoutATrace() throws IOException {
        FileTrouble.requireWritable(folder);
        FileTrouble.requireWritable(folder.resolve("not/there/yet"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> FileTrouble.requireWritable(file)).isInstanceOf(NotDirectoryException.class);
        assertThatThrownBy(() -> FileTrouble.requireWritable(file.resolve("below"))).isInstanceOf(NotDirectoryException.class);
    }

    /// `/proc` takes no files, whoever asks.
    @Test
    void whatCannotBeWrittenIsToldBeforehand() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "no /proc here");
        assertThatThrownBy(() -> FileTrouble.requireWritable(Path.of("/proc/results"))).isInstanceOf(IOException.class);
    }
}
