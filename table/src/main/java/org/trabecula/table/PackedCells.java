package org.trabecula.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cells of text, packed: a plain decimal takes eight bytes ([PlainDecimal]), any other cell two a character besides, where an
/// object a cell takes sixty. Filled by one thread, then only read.
final class PackedCells {
    /// Of a block: a power of two, so small that a block of the longest cells has fewer than 2³¹ characters.
    private static final int BLOCK_CELLS = 64;

    private static final int BLOCK_BITS = Integer.numberOfTrailingZeros(BLOCK_CELLS);

    /// A cell that is text: this bit, then 32 bits where it starts, then 31 bits of its length.
    private static final long TEXT = Long.MIN_VALUE;

    private static final int LENGTH_BITS = 31;

    private final List<Block> blocks = new ArrayList<>();
    private char[] text = new char[BLOCK_CELLS];
    private long[] cells = new long[BLOCK_CELLS];
    private int open; // cells of the block being filled
    private int end; // characters of it

    /// @param cells packed decimals, or where a text lies
    /// @param text  of the cells that are no such decimals, end to end
    private record Block(long[] cells, char[] text) {
        int start(int cell) {
            return (int) ((cells[cell] & ~TEXT) >>> LENGTH_BITS);
        }

        int length(int cell) {
            return (int) cells[cell] & Integer.MAX_VALUE;
        }

        boolean isText(int cell) {
            return cells[cell] < 0;
        }

        String text(int cell) {
            return isText(cell) ? new String(text, start(cell), length(cell)) : PlainDecimal.text(cells[cell]);
        }
    }

    void add(String cell) {
        char[] chars = cell.toCharArray();
        add(chars, 0, chars.length);
    }

    void add(char[] from, int offset, int length) {
        long packed = PlainDecimal.pack(from, offset, offset + length);
        cells[open++] = packed == PlainDecimal.NONE ? addText(from, offset, length) : packed;
        if (open == BLOCK_CELLS) {
            blocks.add(new Block(cells, Arrays.copyOf(text, end)));
            cells = new long[BLOCK_CELLS];
            open = 0;
            end = 0;
        }
    }

    private long addText(char[] from, int offset, int length) {
        int start = end;
        end += length;
        if (end < 0) {
            throw new OutOfMemoryError("cells of 2³¹ characters"); // of Parquet; a text's rows are bounded before
        }
        if (end > text.length) {
            text = Arrays.copyOf(text, Math.max(end, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * text.length)));
        }
        System.arraycopy(from, offset, text, start, length);
        return TEXT | (long) start << LENGTH_BITS | length;
    }

    /// Gives up what room was kept for more cells; none may be added any more.
    void close() {
        blocks.add(new Block(Arrays.copyOf(cells, open), Arrays.copyOf(text, end)));
        text = new char[0];
    }

    /// The text of a cell, counted from 0 in the order they were added.
    String get(long cell) {
        return block(cell).text(within(cell));
    }

    /// The same, as an object already at hand where that holds this text.
    String get(long cell, @Nullable String known) {
        return known != null && holds(cell, known) ? known : get(cell);
    }

    boolean isEmpty(long cell) {
        Block block = block(cell);
        return block.isText(within(cell)) && block.length(within(cell)) == 0;
    }

    /// Whether the cell holds this text.
    boolean holds(long cell, String wanted) {
        Block block = block(cell);
        if (!block.isText(within(cell))) {
            return block.text(within(cell)).equals(wanted);
        }
        int start = block.start(within(cell));
        int length = block.length(within(cell));
        if (length != wanted.length()) {
            return false;
        }
        for (int at = 0; at < length; at++) {
            if (block.text[start + at] != wanted.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    /// A number that equal texts share.
    int hash(long cell) {
        Block block = block(cell);
        if (!block.isText(within(cell))) {
            return Long.hashCode(block.cells[within(cell)]);
        }
        int start = block.start(within(cell));
        int hash = 0;
        for (int at = start; at < start + block.length(within(cell)); at++) {
            hash = 31 * hash + block.text[at];
        }
        return hash;
    }

    /// Whether the cell is a number that was kept as one.
    boolean isPlainNumber(long cell) {
        return !block(cell).isText(within(cell));
    }

    /// The number in such a cell, else NaN.
    double plainNumber(long cell) {
        long packed = block(cell).cells[within(cell)];
        return packed < 0 ? Double.NaN : PlainDecimal.value(packed);
    }

    private Block block(long cell) {
        return blocks.get((int) (cell >>> BLOCK_BITS));
    }

    private static int within(long cell) {
        return (int) cell & BLOCK_CELLS - 1;
    }
}
