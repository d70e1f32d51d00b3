package org.trabecula.report.pdf;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.trabecula.figures.pdf.PageFont;

/// Text broken into lines of a given width.
///
/// @param lines each a row of words with their places
/// @param size  of the letters
record Lines(List<List<Word>> lines, double size) {
    Lines {
        lines = List.copyOf(lines);
    }

    /// A stretch of words of one weight.
    ///
    /// @param x from the left edge of the text
    record Word(double x, String text, boolean bold) {}

    /// A stretch of text in one weight.
    record Run(String text, boolean bold) {}

    /// Breaks at blanks; a word wider than the line is cut where it must be.
    static Lines of(List<Run> runs, double width, double size, PageFont font) {
        List<List<Word>> lines = new ArrayList<>();
        List<Word> line = new ArrayList<>();
        double blank = font.width(" ", size);
        double x = 0;
        boolean glued = true; // no blank stands between the last word and the next
        for (Run run : runs) {
            for (String token : run.text().split("(?<=\\s)|(?=\\s)")) {
                if (token.isBlank()) {
                    glued = token.isEmpty() && glued;
                    continue;
                }
                for (String part : parts(token, width, size, font)) {
                    double wide = font.width(part, size);
                    double gap = glued || line.isEmpty() ? 0 : blank;
                    if (!line.isEmpty() && x + gap + wide > width + 0.01) {
                        lines.add(line);
                        line = new ArrayList<>();
                        x = 0;
                        gap = 0;
                    }
                    add(line, new Word(x + gap, part, run.bold()), gap > 0);
                    x += gap + wide;
                    glued = true;
                }
            }
        }
        lines.add(line);
        return new Lines(lines, size);
    }

    /// Words of one weight become one stretch, so that the text of the page can be searched.
    private static void add(List<Word> line, Word word, boolean apart) {
        if (!line.isEmpty() && line.getLast().bold() == word.bold()) {
            Word last = line.removeLast();
            line.add(new Word(last.x(), last.text() + (apart ? " " : "") + word.text(), word.bold()));
        } else {
            line.add(word);
        }
    }

    private static List<String> parts(String word, double width, double size, PageFont font) {
        if (font.width(word, size) <= width) {
            return List.of(word);
        }
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        word.codePoints().forEach(point -> {
            String letter = Character.toString(point);
            if (!part.isEmpty() && font.width(part + letter, size) > width) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.append(letter);
        });
        parts.add(part.toString());
        return parts;
    }

    double leading() {
        return size * Style.LEADING;
    }

    double height() {
        return lines.size() * leading();
    }

    /// Of the widest line.
    double width(PageFont font) {
        double widest = 0;
        for (List<Word> line : lines) {
            if (!line.isEmpty()) {
                widest = Math.max(widest, line.getLast().x() + font.width(line.getLast().text(), size));
            }
        }
        return widest;
    }

    void paint(Paper paper, double x, double y, Color ink) throws IOException {
        for (int n = 0; n < lines.size(); n++) {
            paintLine(paper, n, x, y + n * leading(), ink);
        }
    }

    void paintLine(Paper paper, int line, double x, double y, Color ink) throws IOException {
        for (Word word : lines.get(line)) {
            paper.text(x + word.x(), y + size, word.text(), size, ink, word.bold());
        }
    }

    /// Flush right in a column that ends at `right`.
    void paintRight(Paper paper, double right, double y, Color ink) throws IOException {
        for (int n = 0; n < lines.size(); n++) {
            List<Word> words = lines.get(n);
            if (!words.isEmpty()) {
                double wide = words.getLast().x() + paper.font().width(words.getLast().text(), size);
                paintLine(paper, n, right - wide, y + n * leading(), ink);
            }
        }
    }
}
