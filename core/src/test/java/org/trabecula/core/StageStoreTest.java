package org.trabecula.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Finished work is found by what it was computed from, and by nothing else.
class StageStoreTest {
    @TempDir
    Path folder;

    /// Counts the letters of a file.
    private static final class Letters implements Stage<Path, String> {
        private final AtomicInteger computed = new AtomicInteger();
        private final FileHashes hashes;
        private final String settings;
        private final String version;

        Letters(StageStore store, String settings, String version) {
            this.hashes = store.hashes();
            this.settings = settings;
            this.version = version;
        }

        @Override
        public String name() {
            return "letters";
        }

        @Override
        public StageKey key(Path input) throws IOException {
            return StageKey.of("letters").and("file", hashes.of(input)).and("settings", settings).and("version", version);
        }

        @Override
        public String compute(Path input) throws IOException {
            computed.incrementAndGet();
            return Files.readString(input).length() + " letters";
        }

        @Override
        public Form<String> form() {
            return new Form<>() {
                @Override
                public String ending() {
                    return ".txt";
                }

                @Override
                public void write(String result, Path file) throws IOException {
                    AtomicFile.writeText(file, result);
                }

                @Override
                public String read(Path file) throws IOException {
                    String text = Files.readString(file);
                    if (!text.endsWith(" letters")) {
                        throw new IOException("damaged");
                    }
                    return text;
                }
            };
        }
    }

    private Path store() {
        return folder.resolve(".stages");
    }

    private Path input(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /// Whether `input` had to be computed.
    private boolean computes(Path store, Path input, String settings, String version) throws IOException {
        try (StageStore opened = StageStore.open(store, "out")) {
            Letters stage = new Letters(opened, settings, version);
            assertThat(opened.get(stage, input)).isEqualTo(Files.readString(input).length() + " letters");
            return stage.computed.get() == 1;
        }
    }

    @Test
    void whatIsFinishedIsNotComputedAgain() throws IOException {
        Path input = input("a", "abc");
        assertThat(computes(store(), input, "s", "1")).isTrue();
        assertThat(computes(store(), input, "s", "1")).isFalse();
        assertThat(computes(store(), input("b", "abc"), "s", "1")).as("the same content under another name").isFalse();
    }

    @Test
    void anotherContentOtherSettingsOrAnotherVersionIsComputed() throws IOException {
        Path input = input("a", "abc");
        assertThat(computes(store(), input, "s", "1")).isTrue();
        assertThat(computes(store(), input, "t", "1")).isTrue();
        assertThat(computes(store(), input, "s", "2")).isTrue();
        Files.writeString(input, "abcd");
        assertThat(computes(store(), input, "s", "1")).isTrue();
    }

    @Test
    void aMovedFolderStillHits() throws IOException {
        Path here = Files.createDirectory(folder.resolve("here"));
        Path input = Files.writeString(here.resolve("a"), "abc");
        assertThat(computes(here.resolve("s"), input, "s", "1")).isTrue();
        Path there = Files.move(here, folder.resolve("there"));
        assertThat(computes(there.resolve("s"), there.resolve("a"), "s", "1")).isFalse();
    }

    @Test
    void aDamagedResultIsComputedAgain() throws IOException {
        Path input = input("a", "abc");
        assertThat(computes(store(), input, "s", "1")).isTrue();
        Path kept = kept().getFirst();
        Files.writeString(kept, "");
        assertThat(computes(store(), input, "s", "1")).isTrue();
        assertThat(kept).hasContent("3 letters");
    }

    @Test
    void whatARunDidNotUseIsRemovedAndWhatIsNotOursStays() throws IOException {
        Path input = input("a", "abc");
        computes(store(), input, "old", "1");
        Files.writeString(store().resolve("study.key"), "key");
        Files.writeString(store().resolve("letters/.half.part"), "half written by a run that was killed");
        try (StageStore opened = StageStore.open(store(), "out")) {
            opened.get(new Letters(opened, "new", "1"), input);
            assertThat(kept()).hasSize(2);
            opened.removeUnused();
        }
        assertThat(kept()).hasSize(1);
        assertThat(store().resolve("study.key")).exists();
        assertThat(store().resolve("letters/.half.part")).doesNotExist();
        assertThat(computes(store(), input, "new", "1")).isFalse();
    }

    @Test
    void oneRunAtATime() throws IOException {
        try (StageStore first = StageStore.open(store(), "run/")) {
            assertThatThrownBy(() -> StageStore.open(store(), "run/"))
                    .isInstanceOf(InputException.class)
                    .hasMessageContainingAll("STG-001", "run/");
            first.get(new Letters(first, "s", "1"), input("a", "abc"));
        }
        assertThat(computes(store(), input("a", "abc"), "s", "1")).as("a closed store lets the next in").isFalse();
    }

    @Test
    void readingKeepsNothingAndNeedsNoFolder() throws IOException {
        Path input = input("a", "abc");
        try (StageStore reading = StageStore.reading(store())) {
            Letters stage = new Letters(reading, "s", "1");
            assertThat(reading.find(stage, input)).isEmpty();
            assertThat(reading.get(stage, input)).isEqualTo("3 letters");
        }
        assertThat(store()).doesNotExist();
    }

    @Test
    void nothingIsLeftAfterRemoveAll() throws IOException {
        try (StageStore opened = StageStore.open(store(), "out")) {
            opened.get(new Letters(opened, "s", "1"), input("a", "abc"));
            opened.removeAll();
        }
        assertThat(store()).doesNotExist();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsRefused() throws IOException {
        Path file = input("file", "in the way");
        assertThatThrownBy(() -> StageStore.open(file.resolve("s"), "out"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("STG-002");
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(store().resolve("letters"))) {
            return files.filter(file -> file.toString().endsWith(".txt")).toList();
        }
    }
}
