package org.trabecula.figures.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// One figure as a PDF page of its own size: vectors, the letters embedded. The same figure gives the same bytes.
public final class FigurePdf {
    private static final double POINTS_PER_MM = 72 / 25.4;

    private FigurePdf() {}

    /// @param svg     a figure of this module
    /// @param widthMm of the page; the height follows
    /// @throws IllegalArgumentException for an SVG that this module did not write
    public static byte[] of(String svg, double widthMm) {
        DrawnFigure figure = DrawnFigure.of(svg);
        double scale = widthMm * POINTS_PER_MM / figure.width();
        float height = (float) (figure.height() * scale);
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle(figure.title());
            document.getDocumentInformation().setCreator("Trabecula");
            PDPage page = new PDPage(new PDRectangle((float) (figure.width() * scale), height));
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                figure.paint(content, PageFont.in(document), 0, height, scale);
            }
            return bytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing leaves memory
        }
    }

    /// A finished document as a file whose bytes depend on its content alone.
    public static byte[] bytes(PDDocument document) throws IOException {
        document.setDocumentId(0L); // else the time of writing
        document.getDocument().getTrailer().removeItem(COSName.ID); // written anew from the document's id
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
