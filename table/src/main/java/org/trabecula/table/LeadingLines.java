package org.trabecula.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Shown;

/// What stands before a table's header, and the separator that the header shows.
///
/// Left out are empty lines, a spreadsheet's hint `sep=;`, and remarks: lines that begin with `#` and have fewer separators than the
/// first line that does not.
///
/// @param separator between cells
/// @param lines     how many lines were left out
/// @param notes     which, one sentence each
record LeadingLines(char separator, int lines, List<String> notes) {
    private static final char[] SEPARATORS = {',', '\t', ';', '|'};
    private static final String HINT = "sep=";
    private static final int MOST_SHOWN = 40;

    LeadingLines {
        notes = List.copyOf(notes);
    }

    /// Reads up to the header; the reader stands before it.
    ///
    /// @param mostChars of a line
    static LeadingLines of(String source, ReadAheadText text, int mostChars) throws IOException {
        return new Reading(source, text, mostChars).toHeader();
    }

    /// Reads ahead and steps back again, until the header is found.
    private static final class Reading {
        private final String source;
        private final ReadAheadText text;
        private final int mostChars;
        private final List<String> notes = new ArrayList<>();
        private final List<String> remarks = new ArrayList<>();
        private @Nullable Character hinted;
        private @Nullable String other;
        private int skipped;

        Reading(String source, ReadAheadText text, int mostChars) {
            this.source = source;
            this.text = text;
            this.mostChars = mostChars;
        }

        LeadingLines toHeader() throws IOException {
            while (true) {
                text.keep(); // a line, and the lines that tell whether it is a remark
                String line = line();
                if (line == null) {
                    throw noHeader(source, skipped == 0 ? "an empty file" : "no line of column names");
                }
                boolean leading = isLeading(line.strip(), line);
                text.stepBack();
                text.letGo();
                if (!leading) {
                    tellRemarks();
                    return new LeadingLines(hinted == null ? separator(line) : hinted, skipped, notes);
                }
                skip();
            }
        }

        private boolean isLeading(String bare, String line) throws IOException {
            if (bare.isEmpty()) {
                return true;
            }
            if (hinted == null && isHint(bare)) {
                hinted = bare.length() > HINT.length() ? bare.charAt(HINT.length()) : '\t'; // a tab was stripped
                notes.add(source + ": line " + (skipped + 1) + " says '" + bare + "', and cells are parted so");
                return true;
            }
            if (bare.startsWith("#") && isRemark(line)) {
                remarks.add(bare);
                return true;
            }
            return false;
        }

        /// A quote parts no cells.
        private static boolean isHint(String bare) {
            return bare.regionMatches(true, 0, HINT, 0, HINT.length()) && bare.length() <= HINT.length() + 1 && !bare.endsWith("\"");
        }

        /// Whether the first line after it that does not begin with `#` has more separators.
        private boolean isRemark(String line) throws IOException {
            if (other == null) { // of a thousand remarks the first looks for it
                other = nextOther();
            }
            if (other.isEmpty()) {
                return false;
            }
            char separator = separator(other);
            return count(line, separator) < count(other, separator);
        }

        /// The next line that neither begins with `#` nor is empty; an empty one where there is none.
        private String nextOther() throws IOException {
            int chars = 0;
            while (chars < mostChars) {
                String next = line();
                if (next == null) {
                    return "";
                }
                chars += next.length() + 1;
                String bare = next.strip();
                if (!bare.isEmpty() && !bare.startsWith("#")) {
                    return next;
                }
            }
            return "";
        }

        private void tellRemarks() {
            if (!remarks.isEmpty()) {
                String first = remarks.getFirst();
                notes.add(source + ": " + Shown.count(remarks.size(), "line") + " of remarks left out, '"
                        + (first.length() > MOST_SHOWN ? first.substring(0, MOST_SHOWN) + "…" : first) + "'");
            }
        }

        /// The next line without its end, of which a `\n` after `\r` is left for the next call.
        private @Nullable String line() throws IOException {
            int c = text.read();
            if (c < 0) {
                return null;
            }
            StringBuilder line = new StringBuilder();
            while (c >= 0 && c != '\n' && c != '\r') {
                if (line.length() >= mostChars) {
                    throw noHeader(source + ", line " + (skipped + 1), "more than " + mostChars + " characters");
                }
                line.append((char) c);
                c = text.read();
            }
            return line.toString();
        }

        private void skip() throws IOException {
            int c = text.read();
            while (c >= 0 && c != '\n' && c != '\r') {
                c = text.read();
            }
            if (c == '\r') {
                text.keep();
                if (text.read() != '\n') {
                    text.stepBack();
                }
                text.letGo();
            }
            skipped++;
        }
    }

    private static InputException noHeader(String where, String found) {
        return new InputException(new Problem(
                TableProblem.NO_HEADER, where, found, "a line of column names", "export the table with its header"));
    }

    /// The separator that stands most often in the header outside quotes; comma when none does.
    static char separator(String headerLine) {
        char best = ',';
        int most = 0;
        for (char candidate : SEPARATORS) {
            int count = count(headerLine, candidate);
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    private static int count(String line, char separator) {
        int count = 0;
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                count++;
            }
        }
        return count;
    }
}
