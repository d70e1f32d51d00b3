package org.trabecula.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// How a text's first bytes say that it is encoded: by its byte order mark, else UTF-8.
///
/// @param charset   decodes it
/// @param markBytes length of the byte order mark
record TextEncoding(Charset charset, int markBytes) {
    /// What [#of] looks at.
    static final int HEAD_BYTES = 4;

    private static final int UTF_16_MARK_BYTES = 2;
    private static final int UTF_8_MARK_BYTES = 3;

    static TextEncoding of(byte[] head) {
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return new TextEncoding(StandardCharsets.UTF_8, UTF_8_MARK_BYTES);
        }
        if (starts(head, 0xFF, 0xFE, 0, 0)) {
            return new TextEncoding(Charset.forName("UTF-32LE"), HEAD_BYTES);
        }
        if (starts(head, 0xFF, 0xFE)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, UTF_16_MARK_BYTES);
        }
        if (starts(head, 0xFE, 0xFF)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, UTF_16_MARK_BYTES);
        }
        return new TextEncoding(withoutMark(head), 0);
    }

    /// Every other byte 0 in a header of ASCII letters is UTF-16 that lost its mark; no UTF-8 text looks so.
    private static Charset withoutMark(byte[] head) {
        if (head.length == HEAD_BYTES && head[0] != 0 && head[1] == 0 && head[2] != 0 && head[3] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        boolean big = head.length == HEAD_BYTES && head[0] == 0 && head[1] != 0 && head[2] == 0 && head[3] != 0;
        return big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    /// What the file is when it is no text at all, as far as its first bytes tell.
    static Optional<String> otherKind(byte[] head) {
        if (starts(head, 'P', 'K', 3, 4)) {
            return Optional.of("a ZIP file, as spreadsheets (.xlsx, .ods) are");
        }
        if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            return Optional.of("an old Office file (.xls)");
        }
        if (starts(head, '%', 'P', 'D', 'F')) {
            return Optional.of("a PDF");
        }
        if (starts(head, 'N', 'R', 'R', 'D')) {
            return Optional.of("an NRRD image");
        }
        if (starts(head, 0x5C, 1, 0, 0) || starts(head, 0, 0, 1, 0x5C)) {
            return Optional.of("a NIfTI image");
        }
        if (starts(head, '<', '!') || starts(head, '<', '?') || starts(head, '<', 'h', 't', 'm') || starts(head, '<', 't', 'a', 'b')) {
            return Optional.of("a web page or XML, as some programs call .xls or .csv");
        }
        if (starts(head, 0x28, 0xB5, 0x2F, 0xFD) || starts(head, 'B', 'Z', 'h') || starts(head, 0xFD, '7', 'z', 'X')) {
            return Optional.of("packed in another way than gzip");
        }
        if (starts(head, '$', 'F', 'L', '2') || starts(head, '<', 's', 't', 'a') || starts(head, 0x89, 'H', 'D', 'F')) {
            return Optional.of("a file of a statistics program");
        }
        return Optional.empty();
    }

    private static boolean starts(byte[] head, int... wanted) {
        if (head.length < wanted.length) {
            return false;
        }
        for (int at = 0; at < wanted.length; at++) {
            if ((head[at] & 0xFF) != wanted[at]) {
                return false;
            }
        }
        return true;
    }
}
