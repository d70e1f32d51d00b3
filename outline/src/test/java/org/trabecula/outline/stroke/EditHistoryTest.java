package org.trabecula.outline.stroke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.core.InputException;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.outline.Bodies;
import org.trabecula.outline.slices.SlicePlane;

class EditHistoryTest {
    private static final Grid GRID = Grid.axisAligned(new Size(24, 30, 20), new Spacing(0.5, 1, 2));

    @TempDir
    Path folder;

    @Test
    void everyStepIsUndoneAndDoneAgain() {
        EditHistory history = EditHistory.start(GRID, Optional.empty());
        List<Optional<Mask>> drawings = new ArrayList<>(List.of(history.drawing()));
        SplittableRandom random = new SplittableRandom(3);
        while (drawings.size() < 60) {
            EditHistory next = history.drawn(stroke(random));
            if (next != history) {
                drawings.add(next.drawing());
            }
            history = next;
        }
        assertThat(history.undoable()).isEqualTo(59);
        for (int n = 58; n >= 0; n--) {
            history = history.undo();
            assertThat(Bodies.same(history.drawing(), drawings.get(n))).isTrue();
        }
        for (int n = 1; n < 60; n++) {
            history = history.redo();
            assertThat(Bodies.same(history.drawing(), drawings.get(n))).isTrue();
        }
        EditHistory end = history;
        assertThatThrownBy(end::redo).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aNewStepForgetsWhatWasUndone() {
        SplittableRandom random = new SplittableRandom(8);
        Mask start = Bodies.mask(GRID, (x, y, z) -> x > 5);
        EditHistory history = EditHistory.start(GRID, Optional.of(start))
                .changed(EditKind.REPLACED, Optional.empty())
                .drawn(stroke(random))
                .undo();
        assertThat(history.drawing()).isEmpty();
        assertThat(history.redoable()).isEqualTo(1);
        Mask other = Bodies.mask(GRID, (x, y, z) -> y > 20);
        EditHistory next = history.changed(EditKind.STARTED, Optional.of(other));
        assertThat(next.redoable()).isZero();
        assertThat(next.kinds()).containsExactly(EditKind.REPLACED, EditKind.STARTED);
        assertThat(Bodies.same(next.undo().undo().drawing(), Optional.of(start))).isTrue();
        assertThat(next.changed(EditKind.REFINED, Optional.of(other))).isSameAs(next);
    }

    @Test
    void theEarliestStepsAreLetGo() {
        Mask one = Bodies.mask(GRID, (x, y, z) -> x == 0);
        Mask two = Bodies.mask(GRID, (x, y, z) -> x == 1);
        EditHistory history = EditHistory.start(GRID, Optional.empty());
        for (int n = 0; n < EditHistory.MOST_EDITS + 8; n++) {
            history = history.changed(EditKind.REPLACED, Optional.of(n % 2 == 0 ? one : two));
        }
        assertThat(history.undoable()).isEqualTo(EditHistory.MOST_EDITS);
        assertThat(Bodies.same(history.drawing(), Optional.of(two))).isTrue();
    }

    @Test
    void aFileHoldsTheDrawingAndItsSteps() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        EditHistory history = EditHistory.start(GRID, Optional.of(Bodies.mask(GRID, (x, y, z) -> z > 30)));
        for (int n = 0; n < 40; n++) {
            history = history.drawn(stroke(random));
        }
        history = history.undo().undo();
        Path file = folder.resolve("outline.history");
        EditHistoryFile.write(file, history);
        EditHistory read = EditHistoryFile.read(file, GRID);
        assertThat(read.redoable()).isEqualTo(2);
        assertThat(read.kinds()).isEqualTo(history.kinds());
        assertThat(Bodies.same(read.drawing(), history.drawing())).isTrue();
        assertThat(Bodies.same(read.redo().redo().drawing(), history.redo().redo().drawing())).isTrue();
        while (history.undoable() > 0) {
            history = history.undo();
            read = read.undo();
            assertThat(Bodies.same(read.drawing(), history.drawing())).isTrue();
        }
        byte[] first = Files.readAllBytes(file);
        EditHistoryFile.write(file, EditHistoryFile.read(file, GRID));
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
        assertThat(first.length).as("bytes for 40 strokes").isLessThan(15_000);
    }

    @Test
    void aBlankDrawingIsAFileToo() throws IOException {
        Path file = folder.resolve("blank.history");
        EditHistoryFile.write(file, EditHistory.start(GRID, Optional.empty()));
        EditHistory read = EditHistoryFile.read(file, GRID);
        assertThat(read.drawing()).isEmpty();
        assertThat(read.undoable() + read.redoable()).isZero();
    }

    @Test
    void aHistoryOfAnotherGridIsRefused() throws IOException {
        Path file = folder.resolve("outline.history");
        EditHistoryFile.write(file, EditHistory.start(GRID, Optional.empty()));
        for (Grid other : List.of(
                Bodies.obliqueAndFlipped(GRID),
                Grid.axisAligned(new Size(30, 24, 20), GRID.spacing()),
                Grid.axisAligned(GRID.size(), new Spacing(0.5, 1, 2.001)))) {
            assertThatThrownBy(() -> EditHistoryFile.read(file, other))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("OUT-002");
        }
    }

    /// A flipped byte anywhere fails the checksum; with the checksum made to fit, the content is refused or is a history within
    /// the bounds, and nothing else is thrown.
    @Test
    void damagedFilesAreRefused() throws IOException {
        SplittableRandom random = new SplittableRandom(2);
        Path file = folder.resolve("outline.history");
        EditHistoryFile.write(file, EditHistory.start(GRID, Optional.empty()).drawn(stroke(random)).drawn(stroke(random)));
        byte[] sound = Files.readAllBytes(file);
        int refused = 0;
        for (int at = 0; at < sound.length; at++) {
            byte[] damaged = sound.clone();
            damaged[at] ^= (byte) (1 + random.nextInt(255));
            assertRefused(file, damaged);
            if (at >= 5 && at < sound.length - 4) {
                Files.write(file, withChecksum(damaged));
                try {
                    EditHistoryFile.read(file, GRID);
                } catch (InputException e) {
                    refused++;
                }
            }
        }
        assertThat(refused).isPositive();
        for (int length = 0; length < sound.length; length += 7) {
            assertRefused(file, Arrays.copyOf(sound, length));
        }
    }

    private static void assertRefused(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
        assertThatThrownBy(() -> EditHistoryFile.read(file, GRID))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("OUT-001");
    }

    private static byte[] withChecksum(byte[] bytes) {
        CRC32 check = new CRC32();
        check.update(bytes, 0, bytes.length - 4);
        ByteBuffer.wrap(bytes).putInt(bytes.length - 4, (int) check.getValue());
        return bytes;
    }

    private static Stroke stroke(SplittableRandom random) {
        SlicePlane plane = new SlicePlane(random.nextInt(3), random.nextInt(20));
        PlanePoint from = new PlanePoint(random.nextDouble(24), random.nextDouble(20));
        PlanePoint to = new PlanePoint(random.nextDouble(24), random.nextDouble(20));
        return random.nextInt(3) == 0
                ? new Stroke.Polygon(plane, List.of(from, to, new PlanePoint(5, 5)), random.nextInt(3) == 0)
                : new Stroke.Brush(plane, List.of(from, to), random.nextDouble(0.5, 4), random.nextInt(3) == 0);
    }
}
