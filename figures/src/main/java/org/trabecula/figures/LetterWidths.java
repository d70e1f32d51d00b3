package org.trabecula.figures;

/// How wide letters are: Helvetica's widths, which Arial and Liberation Sans share, in thousandths of the size. A browser that has
/// none of them is a little off; what must fit leaves room for that.
final class LetterWidths {
    /// From the blank to the tilde.
    private static final int[] ASCII = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584
    };
    /// Of letters beyond ASCII: most of Latin and Greek.
    private static final int OTHER = 584;
    /// Of Chinese, Japanese and Korean letters and pictures.
    private static final int SQUARE = 1000;

    private LetterWidths() {}

    /// Of a text, in units of its size.
    static double of(String text, double size) {
        long sum = text.codePoints()
                .map(letter -> letter >= ' ' && letter <= '~'
                        ? ASCII[letter - ' ']
                        : letter == '…' ? 1000 : letter < 0x2e80 ? OTHER : SQUARE)
                .sum();
        return sum * size / 1000;
    }
}
