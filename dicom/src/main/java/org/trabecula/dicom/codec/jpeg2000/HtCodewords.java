package org.trabecula.dicom.codec.jpeg2000;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The codewords of quads, four coefficients of two columns and two rows (ITU-T T.814, annex C).
///
/// A quad is one `int`: the codeword's length in bits 0 to 2, whether u is above 0 in bit 3, from bit 4 which of the four are
/// significant, from bit 8 whose top bit is one, from bit 12 whose top bit is known.
final class HtCodewords {
    static final int LONGEST = 7;
    private static final int CONTEXTS = 8;
    private static final char[][] TABLES = read();

    private HtCodewords() {}

    /// Quads by context (above bit 7) and the next seven bits; 0 where these are no codeword.
    ///
    /// @param first whether for the first row of quads of a block
    static char[] of(boolean first) {
        return TABLES[first ? 0 : 1];
    }

    private static char[][] read() {
        char[][] tables = new char[2][CONTEXTS << LONGEST];
        try (InputStream in = HtCodewords.class.getResourceAsStream("ht-codewords.csv")) {
            if (in == null) {
                throw new IllegalStateException("ht-codewords.csv is missing");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .forEach(line -> enter(line, tables));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tables;
    }

    private static void enter(String line, char[][] tables) {
        String[] cells = line.split(",", -1);
        int[] v = new int[cells.length];
        for (int n = 0; n < v.length; n++) {
            v[n] = Integer.parseInt(cells[n]);
        }
        int length = v[7];
        char quad = (char) (length | v[3] << 3 | v[2] << 4 | v[5] << 8 | v[4] << 12);
        for (int rest = 0; rest < 1 << LONGEST - length; rest++) {
            tables[v[0]][v[1] << LONGEST | rest << length | v[6]] = quad;
        }
    }
}
