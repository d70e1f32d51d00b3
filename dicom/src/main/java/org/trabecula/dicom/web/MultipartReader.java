package org.trabecula.dicom.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Takes a multipart body (RFC 2046 5.1) apart while it comes: only what the grammar of its delimiters allows, and never more than the
/// limits. Of the whole body 64 KiB are held at a time.
///
/// Stricter than the RFC in three ways: nothing but one line break stands before the first delimiter, a line that only begins like a
/// delimiter is refused rather than weighed, and a body that ends before the closing delimiter is refused. What follows that is not read.
final class MultipartReader {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int MOST_HEADER_BYTES = 8_192;
    /// RFC 2046 5.1.1, without the blank, which no one uses.
    private static final String BOUNDARY = "[0-9A-Za-z'()+_,./:=?-]{1,70}";

    private final InputStream in;
    private final byte[] delimiter;
    private final PacsLimits limits;
    private final PacsRefusal refusal;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int end;
    private long taken;
    private int parts;
    private boolean begun;

    /// @param in       the body; not closed here
    /// @param boundary that its Content-Type names
    MultipartReader(InputStream in, String boundary, PacsLimits limits, PacsRefusal refusal) {
        if (!boundary.matches(BOUNDARY)) {
            throw refusal.notUnderstood("the boundary '" + boundary + "'", "1 to 70 of the characters of RFC 2046 5.1.1");
        }
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
        this.limits = limits;
        this.refusal = refusal;
    }

    /// Goes to the next part; the one before has to be copied.
    ///
    /// @return its headers by their names in lower case; empty behind the last part
    Optional<Map<String, String>> next() {
        if (!begun) {
            begun = true;
            for (int n = peek() == '\r' ? 0 : 2; n < delimiter.length; n++) { // the line break before the first may be missing
                require(delimiter[n], "the boundary");
            }
        }
        if (isClosing()) {
            return Optional.empty();
        }
        if (++parts > limits.images()) {
            throw refusal.tooLarge("more than " + limits.images() + " images", "at most so many");
        }
        return Optional.of(headers());
    }

    /// Copies the body of the part that [#next] went to, without the delimiter behind it.
    ///
    /// @return how many bytes it has
    /// @throws IOException only of `out`
    long copyTo(OutputStream out) throws IOException {
        long length = 0;
        while (true) {
            peek();
            int run = at;
            while (run < end && buffer[run] != '\r') { // a delimiter has its only carriage return at its beginning
                run++;
            }
            length = within(length + run - at);
            out.write(buffer, at, run - at);
            at = run;
            if (at == end) {
                continue;
            }
            int matched = 0;
            while (matched < delimiter.length && peek() == (delimiter[matched] & 0xff)) {
                at++;
                matched++;
            }
            if (matched == delimiter.length) {
                return length;
            }
            length = within(length + matched);
            out.write(delimiter, 0, matched);
        }
    }

    private long within(long length) {
        if (length > limits.imageBytes()) {
            throw refusal.tooLarge("an image of more than " + limits.imageBytes() + " bytes", "at most so many");
        }
        return length;
    }

    /// Behind a delimiter: whether it closes the body or a part follows.
    private boolean isClosing() {
        int first = read();
        if (first == '-') {
            require('-', "the closing boundary");
            return true;
        }
        while (first == ' ' || first == '\t') {
            first = read();
        }
        if (first != '\r') {
            throw refusal.notUnderstood("a line that only begins like a boundary", "a boundary that is in no part");
        }
        require('\n', "the line of a boundary");
        return false;
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        int left = MOST_HEADER_BYTES;
        for (String line = line(left); !line.isEmpty(); line = line(left)) {
            left -= line.length();
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).toLowerCase(Locale.ROOT);
            if (!name.matches("[a-z0-9-]+") || headers.put(name, line.substring(colon + 1).strip()) != null) {
                throw refusal.notUnderstood("the line '" + line + "' at the head of a part", "headers as NAME: VALUE, each once");
            }
        }
        return headers;
    }

    private String line(int most) {
        StringBuilder line = new StringBuilder();
        for (int b = read(); b != '\r'; b = read()) {
            if (b < ' ' && b != '\t' || b > '~') {
                throw refusal.notUnderstood("the byte " + b + " at the head of a part", "lines of ASCII that end in CR LF");
            }
            line.append((char) b);
            if (line.length() > most) {
                throw refusal.tooLarge("more than " + MOST_HEADER_BYTES + " bytes at the head of a part", "at most so many");
            }
        }
        require('\n', "a line's end");
        return line.toString();
    }

    private void require(int expected, String what) {
        int found = read();
        if (found != expected) {
            throw refusal.notUnderstood("the byte " + found + " in " + what, "the byte " + expected);
        }
    }

    private int read() {
        int next = peek();
        at++;
        return next;
    }

    /// The next byte, 0 to 255, which stays where it is.
    private int peek() {
        while (at == end) {
            fill();
        }
        return buffer[at] & 0xff;
    }

    private void fill() {
        int got;
        try {
            got = in.read(buffer);
        } catch (IOException e) {
            throw refusal.notReached(e);
        }
        if (got < 0) {
            throw refusal.notUnderstood("an end after " + taken + " bytes", "the closing boundary before it");
        }
        taken += got;
        if (taken > limits.seriesBytes()) {
            throw refusal.tooLarge("more than " + limits.seriesBytes() + " bytes", "at most so many");
        }
        at = 0;
        end = got;
    }
}
