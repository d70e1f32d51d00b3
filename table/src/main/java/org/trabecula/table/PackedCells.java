package org.trabecula.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cells of text, packed end to end: two bytes a character and five a cell, where an object a cell takes sixty. Filled by one
/// thread, then only read.
final class PackedCells {
    /// Of a block: a power of two, so small that a block of the longest cells has fewer than 2³¹ characters.
    private static final int BLOCK_CELLS = 64;

    private static final int BLOCK_BITS = Integer.numberOfTrailingZeros(BLOCK_CELLS);

    private final List<Block> blocks = new ArrayList<>();
    private char[] text = new char[BLOCK_CELLS];
    private int[] ends = new int[BLOCK_CELLS];
    private int open; // cells of the block being filled

    /// @param text cells end to end
    /// @param ends where each ends
    private record Block(char[] text, int[] ends) {
        int start(int cell) {
            return cell == 0 ? 0 : ends[cell - 1];
        }
    }

    void add(String cell) {
        char[] chars = cell.toCharArray();
        add(chars, 0, chars.length);
    }

    void add(char[] from, int offset, int length) {
        int start = open == 0 ? 0 : ends[open - 1];
        int end = start + length;
        if (end < 0) {
            throw new OutOfMemoryError("cells of 2³¹ characters"); // of Parquet; a text's rows are bounded before
        }
        if (end > text.length) {
            text = Arrays.copyOf(text, Math.max(end, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * text.length)));
        }
        System.arraycopy(from, offset, text, start, length);
        ends[open++] = end;
        if (open == BLOCK_CELLS) {
            blocks.add(new Block(Arrays.copyOf(text, end), ends));
            ends = new int[BLOCK_CELLS];
            open = 0;
        }
    }

    /// Gives up what room was kept for more cells; none may be added any more.
    void close() {
        blocks.add(new Block(open == 0 ? new char[0] : Arrays.copyOf(text, ends[open - 1]), Arrays.copyOf(ends, open)));
        text = new char[0];
    }

    /// The text of a cell, counted from 0 in the order they were added.
    String get(long cell) {
        Block block = block(cell);
        int start = block.start(within(cell));
        return new String(block.text, start, block.ends[within(cell)] - start);
    }

    boolean isEmpty(long cell) {
        Block block = block(cell);
        return block.start(within(cell)) == block.ends[within(cell)];
    }

    /// Whether the cell holds this text.
    boolean holds(long cell, String wanted) {
        Block block = block(cell);
        int start = block.start(within(cell));
        int length = block.ends[within(cell)] - start;
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
        int hash = 0;
        for (int at = block.start(within(cell)); at < block.ends[within(cell)]; at++) {
            hash = 31 * hash + block.text[at];
        }
        return hash;
    }

    /// The number in a cell that [PlainDecimal] reads, else NaN.
    double plainNumber(long cell) {
        Block block = block(cell);
        return PlainDecimal.parse(block.text, block.start(within(cell)), block.ends[within(cell)]);
    }

    private Block block(long cell) {
        return blocks.get((int) (cell >>> BLOCK_BITS));
    }

    private static int within(long cell) {
        return (int) cell & BLOCK_CELLS - 1;
    }
}
