package org.trabecula.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
