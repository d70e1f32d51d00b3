package org.trabecula.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;

/// Decodes a text's bytes, each exactly once; bytes that its encoding does not know are refused with their line, where Java's
/// own reader would put U+FFFD in their place and make two ids one.
///
/// A line ends at `\n`, `\r\n` or `\r`.
final class StrictText extends Reader {
    private static final int BUFFER_BYTES = 1 << 16;
    /// Characters of the line that are shown before the byte in question.
    private static final int SHOWN_BEFORE = 12;
    private static final int SHOWN_BYTES = 8;
    /// Bytes that Windows-1252 uses for letters and quotes and Latin-1 for control characters.
    private static final int WINDOWS_FROM = 0x80;
    private static final int WINDOWS_TO = 0x9F;

    private final String source;
    private final InputStream in;
    private final TextEncoding encoding;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES);
    private final CharBuffer chars = CharBuffer.allocate(BUFFER_BYTES);
    private final StringBuilder lineSoFar = new StringBuilder();
    private boolean ended;
    private int line = 1;
    private boolean afterReturn;

    /// @param source for messages
    /// @param in     at its first byte; closed with this reader
    StrictText(String source, InputStream in) throws IOException {
        this.source = source;
        this.in = in;
        byte[] head = in.readNBytes(TextEncoding.HEAD_BYTES);
        TextEncoding.otherKind(head).ifPresent(kind -> {
            throw refused(source, kind, "export the table as CSV in UTF-8, or as Parquet", null);
        });
        encoding = TextEncoding.of(head);
        bytes.put(head, encoding.markBytes(), head.length - encoding.markBytes());
        decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        chars.flip();
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        while (!chars.hasRemaining()) {
            if (ended) {
                return -1;
            }
            decodeMore();
        }
        int count = Math.min(length, chars.remaining());
        chars.get(into, offset, count);
        return count;
    }

    private void decodeMore() throws IOException {
        int more = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = more < 0;
        bytes.position(bytes.position() + Math.max(0, more)).flip();
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, ended);
        if (ended && result.isUnderflow()) {
            decoder.flush(chars);
        }
        chars.flip();
        count(chars);
        if (result.isError()) {
            throw malformed(result.length());
        }
        bytes.compact();
    }

    private void count(CharBuffer decoded) {
        char[] text = decoded.array();
        int lineStart = decoded.position();
        for (int at = lineStart; at < decoded.limit(); at++) {
            char c = text[at];
            if (c == '\n' || c == '\r') {
                line += c == '\n' && afterReturn ? 0 : 1;
                lineSoFar.setLength(0);
                lineStart = at + 1;
            }
            afterReturn = c == '\r';
        }
        lineSoFar.append(text, lineStart, Math.min(decoded.limit() - lineStart, BUFFER_BYTES - lineSoFar.length()));
    }

    private InputException malformed(int length) {
        byte[] rest = new byte[Math.min(SHOWN_BYTES, bytes.remaining())];
        bytes.get(bytes.position(), rest);
        StringBuilder hex = new StringBuilder();
        for (int at = 0; at < Math.min(length, rest.length); at++) {
            hex.append(at == 0 ? "" : " ").append(String.format("%02X", rest[at]));
        }
        String before = lineSoFar.substring(Math.max(0, lineSoFar.length() - SHOWN_BEFORE));
        String found = "byte " + hex + (before.isEmpty() ? " at the line's start" : " after '" + before + "'") + ", which is no "
                + encoding.charset().name();
        String asWindows = before + until(new String(rest, Charset.forName("windows-1252")));
        boolean windows = WINDOWS_FROM <= (rest[0] & 0xFF) && (rest[0] & 0xFF) <= WINDOWS_TO;
        boolean latin = encoding.markBytes() == 0 && (rest[0] & 0xFF) > WINDOWS_TO;
        if (windows || latin) {
            found += "; the file looks like " + (windows ? "Windows-1252" : "Latin-1 (ISO 8859-1) or Windows-1252")
                    + ", in which this reads '" + asWindows + "'";
        }
        return refused(source + ", line " + line, found,
                "save the table again with encoding UTF-8 (Excel: 'CSV UTF-8'), or: iconv -f WINDOWS-1252 -t UTF-8", null);
    }

    private static String until(String text) {
        return text.split("[\\r\\n,;\\t]", 2)[0];
    }

    static InputException refused(String where, String found, String fix, @org.jspecify.annotations.Nullable Throwable cause) {
        Problem problem = new Problem(
                TableProblem.UNREADABLE, where, found, "a table as text in UTF-8, or in UTF-16 with a byte order mark", fix);
        return cause == null ? new InputException(problem) : new InputException(problem, cause);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
