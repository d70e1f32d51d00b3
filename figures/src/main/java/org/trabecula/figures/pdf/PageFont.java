package org.trabecula.figures.pdf;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/// The letters of every PDF: Liberation Sans, embedded (its widths are Helvetica's). Bold is the same face with an outline.
public final class PageFont {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    /// Width of the outline that makes regular letters bold, as a share of their size.
    private static final float BOLD = 0.035f;
    private static final String NO_GLYPH = "\u25a1"; // a white square, which the font has

    private final PDFont font;

    private PageFont(PDFont font) {
        this.font = font;
    }

    /// Embeds the letters that will be used in a document.
    public static PageFont in(PDDocument document) throws IOException {
        try (InputStream font = Objects.requireNonNull(PDFont.class.getResourceAsStream(FONT), FONT)) {
            TrueTypeFont letters = new TTFParser().parse(new RandomAccessReadBuffer(font.readAllBytes()));
            letters.setEnableGsub(false); // looking for ligatures takes most of the time of a report
            return new PageFont(PDType0Font.load(document, letters, true));
        }
    }

    /// The text with a white square for every letter that the font does not have: names come from anywhere.
    public String writable(String text) {
        StringBuilder known = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            String letter = Character.toString(point);
            known.append(has(letter) ? letter : Character.isISOControl(point) ? " " : NO_GLYPH);
        });
        return known.toString();
    }

    private boolean has(String letter) {
        try {
            font.encode(letter);
            return true;
        } catch (IllegalArgumentException | IOException e) {
            return false;
        }
    }

    /// Of a writable text, in units of its size.
    public double width(String text, double size) {
        try {
            return font.getStringWidth(writable(text)) / 1000 * size;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e); // of our own jar
        }
    }

    /// Shows text where `place` puts its baseline's start.
    public void show(PDPageContentStream content, Matrix place, String text, double size, Color ink, boolean bold)
            throws IOException {
        content.beginText();
        content.setFont(font, (float) size);
        content.setNonStrokingColor(ink);
        content.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        if (bold) {
            content.setStrokingColor(ink);
            content.setLineWidth((float) (BOLD * size));
        }
        content.setTextMatrix(place);
        content.showText(writable(text));
        content.endText();
    }
}
