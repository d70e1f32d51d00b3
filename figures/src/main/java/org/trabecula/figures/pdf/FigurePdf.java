package org.trabecula.figures.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// One figure as a PDF page of its own size: vectors, letters of Liberation Sans embedded (its widths are Helvetica's).
///
/// Reads what [org.trabecula.figures.Svg] writes and nothing else: an element, attribute or path command it does not know is
/// a bug here, not a gap in the picture. The same figure gives the same bytes.
public final class FigurePdf {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final double POINTS_PER_MM = 72 / 25.4;

    private FigurePdf() {}

    /// @param svg     a figure of this module
    /// @param widthMm of the page; the height follows
    /// @throws IllegalArgumentException for an SVG that this module did not write
    public static byte[] of(String svg, double widthMm) {
        Element figure = parsed(svg);
        double width = number(figure, "width");
        double height = number(figure, "height");
        float scale = (float) (widthMm * POINTS_PER_MM / width);
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.setDocumentId(0L); // else the time of writing
            document.getDocumentInformation().setTitle(figure.getElementsByTagName("title").item(0).getTextContent());
            document.getDocumentInformation().setCreator("Trabecula");
            PDPage page = new PDPage(new PDRectangle((float) width * scale, (float) height * scale));
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.transform(new Matrix(scale, 0, 0, -scale, 0, (float) height * scale)); // y downwards, as in SVG
                new FigurePainter(content, font(document)).paint(figure);
            }
            document.getDocument().getTrailer().removeItem(COSName.ID); // written anew from the document's id
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing leaves memory
        }
    }

    private static PDFont font(PDDocument document) throws IOException {
        try (InputStream font = Objects.requireNonNull(PDFont.class.getResourceAsStream(FONT), FONT)) {
            return PDType0Font.load(document, font, true);
        }
    }

    static double number(Element element, String attribute) {
        return element.hasAttribute(attribute) ? Double.parseDouble(element.getAttribute(attribute)) : 0;
    }

    private static Element parsed(String svg) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // throws, where the usual one prints as well
            return builder.parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
        } catch (SAXException | ParserConfigurationException | IOException e) {
            throw new IllegalArgumentException("not an SVG of this module: " + e.getMessage(), e);
        }
    }
}
