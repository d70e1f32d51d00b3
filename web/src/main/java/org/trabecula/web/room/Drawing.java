package org.trabecula.web.room;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.outline.slices.SliceInterpolation;
import org.trabecula.outline.stroke.EditHistory;
import org.trabecula.outline.stroke.EditHistoryFile;
import org.trabecula.outline.stroke.EditKind;
import org.trabecula.study.folder.StudyJson;
import org.trabecula.web.server.WebProblem;

/// The outline of a scan while it is drawn. Each step is on disk before it is answered, so that a room that ends at any moment loses none.
/// Safe for many threads.
public final class Drawing {
    private static final String HISTORY = "outline.history";
    private static final String FACTS = "outline.json";
    /// Longer than this between two steps, and somebody went away.
    private static final double LONGEST_PAUSE_SECONDS = 60;

    private final Path folder;
    private final Grid grid;
    private EditHistory history;
    private DrawingFacts facts;
    private @Nullable Proposal proposal;
    private long lastStepNanos = System.nanoTime();

    /// The drawing that is kept in a folder; a blank one where there is none.
    ///
    /// @throws InputException OUT-001, OUT-002 for a history that is damaged or of another image
    Drawing(Path folder, Grid grid) throws IOException {
        this.folder = folder;
        this.grid = grid;
        Path kept = folder.resolve(HISTORY);
        history = Files.exists(kept) ? EditHistoryFile.read(kept, grid) : EditHistory.start(grid, Optional.empty());
        Path told = folder.resolve(FACTS);
        facts = Files.exists(told) ? StudyJson.read(Files.readString(told), DrawingFacts.class) : DrawingFacts.NONE;
    }

    /// The region as it is drawn now.
    public synchronized Optional<Mask> mask() {
        return history.drawing();
    }

    public synchronized int undoable() {
        return history.undoable();
    }

    public synchronized int redoable() {
        return history.redoable();
    }

    public synchronized DrawingFacts facts() {
        return facts;
    }

    public synchronized Optional<Proposal> proposal() {
        return Optional.ofNullable(proposal);
    }

    /// A number of the region's voxels: equal outlines have equal numbers, also after a restart, and 0 is none.
    public synchronized int version() {
        return history.drawing().map(Drawing::check).orElse(0);
    }

    private static int check(Mask mask) {
        CRC32 check = new CRC32();
        check.update(mask.box().toString().getBytes(StandardCharsets.US_ASCII));
        boolean[] flags = mask.toFlags();
        byte[] bytes = new byte[flags.length];
        for (int n = 0; n < flags.length; n++) {
            bytes[n] = (byte) (flags[n] ? 1 : 0);
        }
        check.update(bytes);
        return (int) check.getValue() & Integer.MAX_VALUE | 1; // never 0
    }

    /// Draws a stroke.
    ///
    /// @throws InputException WEB-006 for what is no stroke on this scan
    public synchronized void draw(DrawnStroke stroke) throws IOException {
        EditHistory next = history.drawn(stroke.on(PlaneOfGrid.of(grid, stroke.plane())));
        TreeSet<Integer> byHand = new TreeSet<>(facts.byHand());
        if (stroke.plane() == BodyPlane.SAGITTAL) {
            byHand.add(stroke.slice());
        }
        keep(next, new DrawingFacts(seconds(), List.copyOf(byHand), facts.proposals()));
    }

    /// @throws InputException WEB-010 if there is no step to undo
    public synchronized void undo() throws IOException {
        step(history.undoable(), EditHistory::undo, "no step that can be undone");
    }

    /// @throws InputException WEB-010 if no step was undone
    public synchronized void redo() throws IOException {
        step(history.redoable(), EditHistory::redo, "no step that was undone");
    }

    private void step(int possible, UnaryOperator<EditHistory> way, String otherwise) throws IOException {
        if (possible == 0) {
            throw notYet(otherwise, "a step", "go on drawing");
        }
        keep(way.apply(history), new DrawingFacts(seconds(), facts.byHand(), facts.proposals()));
    }

    /// Puts a region in place of the drawing: one from a file, or none.
    public synchronized void replace(Optional<Mask> mask) throws IOException {
        keep(history.changed(EditKind.REPLACED, mask), DrawingFacts.NONE);
    }

    /// Proposes what lies between the sagittal slices that a hand has drawn on; between all slices with voxels where fewer than two were.
    ///
    /// @throws InputException WEB-010 if there are no two slices to fill between
    public synchronized void proposeBetween() {
        PlaneOfGrid lies = PlaneOfGrid.of(grid, BodyPlane.SAGITTAL);
        Mask drawn = history.drawing().orElseThrow(() -> notYet("nothing is drawn", "two sagittal slices with an outline", "draw every third to fifth slice"));
        int[] byHand = facts.byHand().stream().mapToInt(slice -> lies.voxel(0, 0, slice)[lies.axis()]).toArray();
        Mask filled = byHand.length < 2 ? SliceInterpolation.fill(drawn, lies.axis()) : SliceInterpolation.fill(drawn, lies.axis(), byHand);
        if (PixelRuns.slices(drawn, lies).length < 2) {
            throw notYet("one slice with an outline", "two sagittal slices with an outline", "draw every third to fifth slice");
        }
        proposal = new Proposal(EditKind.FILLED_BETWEEN, filled);
    }

    /// Keeps a helper's proposal to be looked at.
    synchronized void propose(Proposal made) {
        proposal = made;
    }

    /// The proposal becomes the outline.
    ///
    /// @throws InputException WEB-010 if there is none
    public synchronized void accept() throws IOException {
        if (proposal == null) {
            throw notYet("no proposal", "one that was made", "fill between slices first");
        }
        List<String> proposals = new ArrayList<>(facts.proposals());
        proposals.add(proposal.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        keep(history.changed(proposal.kind(), Optional.of(proposal.mask())), new DrawingFacts(seconds(), facts.byHand(), proposals));
    }

    /// Forgets the proposal, if there is one.
    public synchronized void discard() {
        proposal = null;
    }

    private double seconds() {
        long now = System.nanoTime();
        double more = Math.min(LONGEST_PAUSE_SECONDS, (now - lastStepNanos) / 1e9);
        lastStepNanos = now;
        return facts.seconds() + more;
    }

    /// The history last: what it holds has happened.
    private void keep(EditHistory next, DrawingFacts told) throws IOException {
        AtomicFile.writeText(folder.resolve(FACTS), StudyJson.text(told));
        EditHistoryFile.write(folder.resolve(HISTORY), next);
        facts = told;
        history = next;
        proposal = null;
    }

    private static InputException notYet(String found, String expected, String fix) {
        return new InputException(new Problem(WebProblem.NOT_YET, "the outline", found, expected, fix));
    }
}
