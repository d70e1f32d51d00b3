package org.trabecula.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {
    @TempDir
    Path temp = Path.of("");

    @Test
    void isGoneWithEverythingInItHoweverTheWorkEnded() throws IOException {
        Path[] seen = new Path[1];
        assertThatThrownBy(() -> {
                    try (ScratchFolder scratch = ScratchFolder.of("test")) {
                        seen[0] = scratch.path();
                        Files.writeString(Files.createDirectories(scratch.path().resolve("a/b")).resolve("file"), "text");
                        throw new IllegalStateException("the work failed");
                    }
                })
                .hasMessage("the work failed");
        assertThat(seen[0]).doesNotExist();
        assertThat(seen[0].getFileName().toString()).startsWith("trabecula-test-");
    }

    @Test
    void aFolderThatIsNotThereIsNoFaultAndALinkIsNotFollowed() throws IOException {
        Path outside = Files.writeString(Files.createDirectory(temp.resolve("outside")).resolve("file"), "text");
        Path folder = Files.createDirectory(temp.resolve("folder"));
        Files.createSymbolicLink(folder.resolve("link"), outside.getParent());
        Folders.remove(folder);
        assertThat(folder).doesNotExist();
        assertThat(outside).exists();
        Folders.remove(folder);
    }

    @Test
    void severalRemoveTheSameFolderAtOnce() throws Exception {
        for (int round = 0; round < 20; round++) {
            Path folder = temp.resolve("shared");
            for (int n = 0; n < 50; n++) {
                Files.writeString(Files.createDirectories(folder.resolve("a" + n + "/b")).resolve("file"), "text");
            }
            List<Callable<Void>> same = Collections.nCopies(4, () -> {
                Folders.remove(folder);
                return null;
            });
            try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
                for (Future<Void> one : threads.invokeAll(same)) {
                    one.get();
                }
            }
            assertThat(folder).doesNotExist();
        }
    }
}
