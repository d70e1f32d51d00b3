package org.trabecula.table;

/// What stands before a file's decimals: one mark for the whole file, found from its cells.
enum DecimalMark {
    POINT,
    COMMA;

    /// A comma where the file has numbers with a comma and none with a point. A comma that also parts the cells is none: there,
    /// `"1,234"` may be a thousand.
    static DecimalMark of(CellGrid cells, char separator) {
        if (separator == ',') {
            return POINT;
        }
        boolean commas = false;
        for (int row = 0; row < cells.rows(); row++) {
            for (int column = 0; column < cells.columns(); column++) {
                String cell = cells.text(row, column);
                if (CellNumber.hasDecimalPoint(cell)) {
                    return POINT; // mostly the first row's
                }
                commas = commas || CellNumber.hasDecimalComma(cell);
            }
        }
        return commas ? COMMA : POINT;
    }
}
