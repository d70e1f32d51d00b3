package org.trabecula.figures.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.util.Matrix;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// A figure of this house, read back from its SVG, to be painted on a page.
///
/// Reads what [org.trabecula.figures.Svg] writes and nothing else: an element, attribute or path command it does not know is
/// a bug here, not a gap in the picture.
public final class DrawnFigure {
    private final Element figure;

    private DrawnFigure(Element figure) {
        this.figure = figure;
    }

    /// @throws IllegalArgumentException for an SVG that this module did not write
    public static DrawnFigure of(String svg) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // throws, where the usual one prints as well
            return new DrawnFigure(
                    builder.parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))).getDocumentElement());
        } catch (SAXException | ParserConfigurationException | IOException e) {
            throw new IllegalArgumentException("not an SVG of this module: " + e.getMessage(), e);
        }
    }

    /// In px.
    public double width() {
        return number(figure, "width");
    }

    /// In px.
    public double height() {
        return number(figure, "height");
    }

    /// In words, for people who cannot see it.
    public String title() {
        return figure.getElementsByTagName("title").item(0).getTextContent();
    }

    /// Paints it.
    ///
    /// @param left  of the figure on the page, in points
    /// @param top   of the figure on the page, in points from the page's lower edge
    /// @param scale points per px
    public void paint(PDPageContentStream content, PageFont font, double left, double top, double scale)
            throws IOException {
        content.saveGraphicsState();
        float factor = (float) scale;
        content.transform(new Matrix(factor, 0, 0, -factor, (float) left, (float) top)); // y downwards, as in SVG
        new FigurePainter(content, font).paint(figure);
        content.restoreGraphicsState();
    }

    static double number(Element element, String attribute) {
        return element.hasAttribute(attribute) ? Double.parseDouble(element.getAttribute(attribute)) : 0;
    }
}
