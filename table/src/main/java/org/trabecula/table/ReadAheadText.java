package org.trabecula.table;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/// A text that can be read ahead and stepped back in.
///
/// It keeps what was read since [#keep], and no more. [java.io.BufferedReader#mark] takes memory for the whole distance that may be
/// read ahead, 100 MB for the smallest table, where a header may be long.
final class ReadAheadText extends Reader {
    private static final int CHARS = 1 << 13;
    private static final int NOTHING_KEPT = -1;

    private final Reader in;
    private char[] buffer = new char[CHARS];
    private int kept = NOTHING_KEPT;
    private int at;
    private int end;

    /// @param in read and closed with this
    ReadAheadText(Reader in) {
        this.in = in;
    }

    /// From here on everything is kept, until [#letGo].
    void keep() {
        kept = at;
    }

    /// Steps back to where [#keep] was called, and keeps on.
    void stepBack() {
        if (kept == NOTHING_KEPT) {
            throw new IllegalStateException("nothing was kept to step back to");
        }
        at = kept;
    }

    /// Reads on without keeping anything.
    void letGo() {
        kept = NOTHING_KEPT;
    }

    @Override
    public int read() throws IOException {
        return at < end || fill() ? buffer[at++] : -1;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == end && !fill()) {
            return -1;
        }
        int count = Math.min(length, end - at);
        System.arraycopy(buffer, at, into, offset, count);
        at += count;
        return count;
    }

    /// Reads more; false at the end of the text.
    private boolean fill() throws IOException {
        int from = kept == NOTHING_KEPT ? at : kept;
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, end - from);
            kept = kept == NOTHING_KEPT ? NOTHING_KEPT : 0;
            at -= from;
            end -= from;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int count = in.read(buffer, end, buffer.length - end);
        end += Math.max(0, count);
        return count > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
