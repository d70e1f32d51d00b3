package org.trabecula.outline.stroke;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;

/// A drawing and the steps that led to it, so that they can be undone and redone. Immutable: every step gives a new history.
///
/// A step is kept as the runs of voxels that it changed. At most [#MOST_EDITS] steps of [#MOST_RUNS] runs together are kept;
/// beyond that the earliest can no longer be undone, and nothing of the drawing is lost.
public final class EditHistory {
    public static final int MOST_EDITS = 500;
    /// 12 bytes each in memory.
    public static final int MOST_RUNS = 1_000_000;

    /// One step: what kind it was, and what it changed.
    record Edit(EditKind kind, VoxelRuns changed) {}

    private final Grid grid;
    private final Optional<Mask> drawing;
    private final List<Edit> edits;
    private final int done;

    private EditHistory(Grid grid, Optional<Mask> drawing, List<Edit> edits, int done) {
        this.grid = grid;
        this.drawing = drawing;
        this.edits = edits;
        this.done = done;
    }

    /// A history without steps.
    ///
    /// @param start what is there to begin with; empty for a blank drawing
    public static EditHistory start(Grid grid, Optional<Mask> start) {
        return new EditHistory(grid, onGrid(grid, start), List.of(), 0);
    }

    /// @param drawing the drawing after the first `done` of `edits`
    static EditHistory restored(Grid grid, Optional<Mask> drawing, List<Edit> edits, int done) {
        return new EditHistory(grid, drawing, List.copyOf(edits), done);
    }

    public Grid grid() {
        return grid;
    }

    /// The drawing as it is now; empty where nothing is drawn.
    public Optional<Mask> drawing() {
        return drawing;
    }

    /// How many steps can be undone.
    public int undoable() {
        return done;
    }

    /// How many steps can be done again.
    public int redoable() {
        return edits.size() - done;
    }

    /// The kinds of the steps that can be undone, the first one first.
    public List<EditKind> kinds() {
        return edits.subList(0, done).stream().map(Edit::kind).toList();
    }

    /// The drawing after a stroke.
    public EditHistory drawn(Stroke stroke) {
        return changed(stroke.erases() ? EditKind.ERASED : EditKind.PAINTED, stroke.on(grid, drawing));
    }

    /// The drawing put in place by a step of any kind, such as an accepted proposal. Steps that were undone are forgotten; a step
    /// that changes no voxel is none.
    ///
    /// @throws IllegalArgumentException if the mask's grid has another size
    public EditHistory changed(EditKind kind, Optional<Mask> after) {
        Optional<Mask> next = onGrid(grid, after);
        VoxelRuns changed = VoxelRuns.between(drawing, next);
        if (changed.count() == 0) {
            return this;
        }
        List<Edit> kept = new ArrayList<>(edits.subList(0, done));
        kept.add(new Edit(kind, changed));
        long runs = kept.stream().mapToLong(edit -> edit.changed.count()).sum();
        while (kept.size() > MOST_EDITS || runs > MOST_RUNS) {
            runs -= kept.removeFirst().changed.count();
        }
        return new EditHistory(grid, next, List.copyOf(kept), kept.size());
    }

    /// The drawing before the last step.
    ///
    /// @throws IllegalStateException if no step can be undone
    public EditHistory undo() {
        if (done == 0) {
            throw new IllegalStateException("there is no step to undo");
        }
        return new EditHistory(grid, edits.get(done - 1).changed.flippedIn(drawing, grid), edits, done - 1);
    }

    /// The drawing after the step that was undone last.
    ///
    /// @throws IllegalStateException if no step was undone
    public EditHistory redo() {
        if (redoable() == 0) {
            throw new IllegalStateException("there is no step to redo");
        }
        return new EditHistory(grid, edits.get(done).changed.flippedIn(drawing, grid), edits, done + 1);
    }

    List<Edit> edits() {
        return edits;
    }

    private static Optional<Mask> onGrid(Grid grid, Optional<Mask> drawing) {
        return drawing.map(mask -> mask.onGrid(grid));
    }
}
