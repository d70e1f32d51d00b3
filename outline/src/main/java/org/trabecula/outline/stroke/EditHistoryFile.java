package org.trabecula.outline.stroke;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.InputException;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.outline.OutlineProblem;

/// An [EditHistory] on disk, so that a restart loses no step that was accepted.
///
/// Big-endian: `TBEH`, version 1; the grid (three 32-bit sizes; spacing, origin and direction as fifteen 64-bit floats);
/// the drawing as runs; how many steps there are and how many of them are done; each step as a byte for its kind and its runs;
/// CRC-32 of everything before. Runs are a count, and for each run the voxels between the end of the one before and its start and
/// its length; all counts as unsigned base-128 numbers, lowest digits first. A hundred strokes on a vertebra take some 50 kB.
public final class EditHistoryFile {
    /// Larger files are not looked at: twelve bytes for each run that an [EditHistory] may hold, and as many for its drawing.
    public static final long LARGEST_BYTES = 2 * 12L * EditHistory.MOST_RUNS;

    private static final byte[] MAGIC = "TBEH".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int CHECK_BYTES = 4;

    private EditHistoryFile() {}

    /// Writes the file whole or not at all.
    public static void write(Path file, EditHistory history) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(MAGIC);
        out.writeByte(VERSION);
        writeGrid(out, history.grid());
        writeRuns(out, VoxelRuns.between(Optional.empty(), history.drawing()));
        writeCount(out, history.edits().size());
        writeCount(out, history.undoable());
        for (EditHistory.Edit edit : history.edits()) {
            out.writeByte(edit.kind().ordinal());
            writeRuns(out, edit.changed());
        }
        CRC32 check = new CRC32();
        check.update(bytes.toByteArray());
        out.writeInt((int) check.getValue());
        AtomicFile.write(file, bytes::writeTo);
    }

    /// @param grid the grid of the image that is outlined
    /// @throws InputException OUT-001 for a file that is damaged or no history, OUT-002 for one of another grid
    public static EditHistory read(Path file, Grid grid) throws IOException {
        long size = Files.size(file);
        if (size > LARGEST_BYTES) {
            throw damaged(file, size + " bytes", "at most " + LARGEST_BYTES + " bytes");
        }
        return parse(file, Files.readAllBytes(file), grid);
    }

    private static EditHistory parse(Path file, byte[] bytes, Grid grid) {
        int checked = bytes.length - CHECK_BYTES;
        if (checked < MAGIC.length + 1
                || !Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))
                || bytes[MAGIC.length] != VERSION) {
            throw damaged(file, bytes.length + " bytes that do not begin as a history does", "TBEH and version " + VERSION);
        }
        CRC32 check = new CRC32();
        check.update(bytes, 0, checked);
        if (ByteBuffer.wrap(bytes, checked, CHECK_BYTES).getInt() != (int) check.getValue()) {
            throw damaged(file, "another checksum than the one at the end of the file", "the same");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, MAGIC.length + 1, checked - MAGIC.length - 1);
        try {
            demandGrid(file, in, grid);
            Optional<Mask> drawing = readRuns(in, grid).flippedIn(Optional.empty(), grid);
            int count = readCount(in, EditHistory.MOST_EDITS);
            int done = readCount(in, count);
            List<EditHistory.Edit> edits = new ArrayList<>(count);
            for (int n = 0; n < count; n++) {
                EditKind kind = EditKind.values()[in.get()];
                edits.add(new EditHistory.Edit(kind, readRuns(in, grid)));
            }
            if (in.hasRemaining()) {
                throw damaged(file, in.remaining() + " bytes after the last step", "none");
            }
            return EditHistory.restored(grid, drawing, edits, done);
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw damaged(file, "counts that do not fit the file or the grid", "runs of voxels of " + grid.size());
        }
    }

    private static void writeGrid(DataOutputStream out, Grid grid) throws IOException {
        out.writeInt(grid.size().i());
        out.writeInt(grid.size().j());
        out.writeInt(grid.size().k());
        for (double number : placement(grid)) {
            out.writeDouble(number);
        }
    }

    private static void demandGrid(Path file, ByteBuffer in, Grid grid) {
        boolean same = true;
        for (int axis = 0; axis < 3; axis++) {
            same &= in.getInt() == grid.size().along(axis);
        }
        for (double number : placement(grid)) {
            same &= Double.compare(in.getDouble(), number) == 0;
        }
        if (!same) {
            throw OutlineProblem.HISTORY_ELSEWHERE.refuse(
                    file.toString(),
                    "a history on another grid",
                    grid.size() + " voxels of " + grid.spacing() + " at " + grid.originMm(),
                    "open the image that the outline was begun on, or begin a new outline");
        }
    }

    private static double[] placement(Grid grid) {
        double[] numbers = new double[15];
        for (int axis = 0; axis < 3; axis++) {
            numbers[axis] = grid.spacing().along(axis);
            for (int world = 0; world < 3; world++) {
                numbers[6 + 3 * axis + world] = grid.direction().at(world, axis);
            }
        }
        numbers[3] = grid.originMm().x();
        numbers[4] = grid.originMm().y();
        numbers[5] = grid.originMm().z();
        return numbers;
    }

    private static void writeRuns(DataOutputStream out, VoxelRuns runs) throws IOException {
        writeCount(out, runs.count());
        long end = 0;
        for (int run = 0; run < runs.count(); run++) {
            writeCount(out, runs.start(run) - end);
            writeCount(out, runs.length(run));
            end = runs.start(run) + runs.length(run);
        }
    }

    private static VoxelRuns readRuns(ByteBuffer in, Grid grid) {
        int count = readCount(in, in.remaining() / 2); // no run takes less than two bytes
        long[] starts = new long[count];
        int[] lengths = new int[count];
        long end = 0;
        long voxels = grid.size().voxels();
        int row = grid.size().i();
        for (int run = 0; run < count; run++) {
            starts[run] = end + readLong(in, voxels);
            lengths[run] = readCount(in, row);
            end = starts[run] + lengths[run];
            if (lengths[run] == 0 || end > voxels || starts[run] / row != (end - 1) / row) {
                throw new IndexOutOfBoundsException("a run leaves its row");
            }
        }
        return new VoxelRuns(starts, lengths);
    }

    private static void writeCount(DataOutputStream out, long count) throws IOException {
        long rest = count;
        while (rest >= 0x80) {
            out.writeByte((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    private static int readCount(ByteBuffer in, int most) {
        return (int) readLong(in, most);
    }

    private static long readLong(ByteBuffer in, long most) {
        long value = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            byte digit = in.get();
            value |= (long) (digit & 0x7f) << shift;
            if (digit >= 0) {
                if (value > most) {
                    break;
                }
                return value;
            }
        }
        throw new IndexOutOfBoundsException("a count above " + most);
    }

    private static InputException damaged(Path file, String found, String expected) {
        return OutlineProblem.HISTORY_DAMAGED.refuse(
                file.toString(), found, expected, "set the file aside and go on from the mask that was saved last");
    }
}
