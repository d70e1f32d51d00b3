package org.trabecula.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;

/// Hands the cells of each record on as the parser finds them, within bounds.
final class RecordsOfText extends AbstractBaseCsvCallbackHandler<Boolean> {
    private static final int MOST_COLUMNS = 1_000_000;

    private final String source;
    private final GatheredRows rows;
    private final int linesBefore;
    private final int mostChars;
    private int chars;

    /// @param linesBefore of the file, before the first record
    /// @param mostChars   of a record
    RecordsOfText(String source, GatheredRows rows, int linesBefore, int mostChars) {
        this.source = source;
        this.rows = rows;
        this.linesBefore = linesBefore;
        this.mostChars = mostChars;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        chars = 0;
    }

    @Override
    protected void handleField(int column, char[] from, int offset, int length, boolean quoted) {
        chars += length;
        if (column >= MOST_COLUMNS || chars > mostChars) {
            throw new InputException(new Problem(
                    TableProblem.UNREADABLE, source + ", line " + line(),
                    chars > mostChars ? "a row of more than " + mostChars + " characters" : "more than " + MOST_COLUMNS + " cells",
                    "a table in CSV form", "look for a double quote that is not closed"));
        }
        rows.cell(from, offset, length);
    }

    @Override
    protected Boolean buildRecord() {
        rows.endRecord(line());
        return Boolean.TRUE;
    }

    private int line() {
        return linesBefore + (int) getStartingLineNumber();
    }
}
