package org.trabecula.report.pdf;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.util.Matrix;
import org.trabecula.figures.pdf.DrawnFigure;
import org.trabecula.figures.pdf.PageFont;

/// One page to paint on. Lengths in points; y runs down from the upper edge of the paper.
final class Paper {
    private final PDDocument document;
    private final PDPageContentStream content;
    private final PageFont font;

    Paper(PDDocument document, PDPageContentStream content, PageFont font) {
        this.document = document;
        this.content = content;
        this.font = font;
    }

    PageFont font() {
        return font;
    }

    void text(double x, double baseline, String words, double size, Color ink, boolean bold) throws IOException {
        Matrix place = Matrix.getTranslateInstance((float) x, (float) (Style.PAGE_HEIGHT - baseline));
        font.show(content, place, words, size, ink, bold);
    }

    void rectangle(double x, double y, double width, double height, Color fill) throws IOException {
        content.setNonStrokingColor(fill);
        content.addRect((float) x, (float) (Style.PAGE_HEIGHT - y - height), (float) width, (float) height);
        content.fill();
    }

    void frame(double x, double y, double width, double height, Color ink) throws IOException {
        content.setStrokingColor(ink);
        content.setLineWidth(0.6f);
        content.addRect((float) x, (float) (Style.PAGE_HEIGHT - y - height), (float) width, (float) height);
        content.stroke();
    }

    void line(double x1, double x2, double y, double width, Color ink) throws IOException {
        content.setStrokingColor(ink);
        content.setLineWidth((float) width);
        content.moveTo((float) x1, (float) (Style.PAGE_HEIGHT - y));
        content.lineTo((float) x2, (float) (Style.PAGE_HEIGHT - y));
        content.stroke();
    }

    void figure(DrawnFigure figure, double x, double y, double scale) throws IOException {
        figure.paint(content, font, x, Style.PAGE_HEIGHT - y, scale);
    }

    void picture(byte[] png, double x, double y, double side) throws IOException {
        BufferedImage pixels = ImageIO.read(new ByteArrayInputStream(png));
        if (pixels == null) {
            throw new IllegalArgumentException("a picture of the report is no PNG");
        }
        content.drawImage(
                LosslessFactory.createFromImage(document, pixels), (float) x, (float) (Style.PAGE_HEIGHT - y - side), (float) side,
                (float) side);
    }
}
