package org.trabecula.figures.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// One figure as a PNG file, its letters those of the PDF. The same figure gives the same bytes.
public final class FigurePng {
    private FigurePng() {}

    /// @param svg     a figure of this module
    /// @param widthMm as it is to be printed
    /// @param dpi     pixels an inch
    /// @throws IllegalArgumentException for an SVG that this module did not write
    public static byte[] of(String svg, double widthMm, double dpi) {
        try (PDDocument page = Loader.loadPDF(FigurePdf.of(svg, widthMm))) {
            BufferedImage picture = new PDFRenderer(page).renderImageWithDPI(0, (float) dpi, ImageType.RGB);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing leaves memory
        }
    }
}
