package org.trabecula.figures.pdf;

import static org.trabecula.figures.pdf.DrawnFigure.number;

import java.awt.Color;
import java.io.IOException;
import java.util.Arrays;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;
import org.trabecula.figures.Svg;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Paints the elements of a figure on a page whose y axis points down.
final class FigurePainter {
    /// Distance of the control points that make a quarter circle of a cubic, as a share of the radius.
    private static final float QUARTER = 0.5522848f;

    private final PDPageContentStream content;
    private final PageFont font;

    FigurePainter(PDPageContentStream content, PageFont font) {
        this.content = content;
        this.font = font;
    }

    void paint(Element figure) throws IOException {
        for (Node node = figure.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                content.saveGraphicsState();
                switch (element.getTagName()) {
                    case "title" -> {}
                    case "rect" -> rectangle(element);
                    case "line" -> line(element);
                    case "circle" -> circle(element);
                    case "path" -> path(element);
                    case "text" -> text(element);
                    default -> throw new IllegalArgumentException("no element of a figure: " + element.getTagName());
                }
                content.restoreGraphicsState();
            }
        }
    }

    private void rectangle(Element element) throws IOException {
        content.addRect(at(element, "x"), at(element, "y"), at(element, "width"), at(element, "height"));
        finish(element);
    }

    private void line(Element element) throws IOException {
        content.moveTo(at(element, "x1"), at(element, "y1"));
        content.lineTo(at(element, "x2"), at(element, "y2"));
        finish(element);
    }

    private void circle(Element element) throws IOException {
        float x = at(element, "cx");
        float y = at(element, "cy");
        float r = at(element, "r");
        float c = QUARTER * r;
        content.moveTo(x + r, y);
        content.curveTo(x + r, y + c, x + c, y + r, x, y + r);
        content.curveTo(x - c, y + r, x - r, y + c, x - r, y);
        content.curveTo(x - r, y - c, x - c, y - r, x, y - r);
        content.curveTo(x + c, y - r, x + r, y - c, x + r, y);
        finish(element);
    }

    /// Commands of [org.trabecula.figures.SvgPath]: M, L, h, v, Z.
    private void path(Element element) throws IOException {
        float x = 0;
        float y = 0;
        for (String command : element.getAttribute("d").split("(?=[A-Za-z])")) {
            if (command.isEmpty()) {
                continue;
            }
            String[] values = command.substring(1).strip().split("[ ,]+");
            switch (command.charAt(0)) {
                case 'M' -> {
                    x = Float.parseFloat(values[0]);
                    y = Float.parseFloat(values[1]);
                    content.moveTo(x, y);
                }
                case 'L' -> content.lineTo(x = Float.parseFloat(values[0]), y = Float.parseFloat(values[1]));
                case 'h' -> content.lineTo(x += Float.parseFloat(values[0]), y);
                case 'v' -> content.lineTo(x, y += Float.parseFloat(values[0]));
                case 'Z' -> content.closePath();
                default -> throw new IllegalArgumentException("no path command of a figure: " + command);
            }
        }
        finish(element);
    }

    /// Fills and strokes the path built so far.
    private void finish(Element element) throws IOException {
        String fill = element.getAttribute("fill");
        String stroke = element.getAttribute("stroke");
        boolean filled = !fill.isEmpty() && !fill.equals("none") && !element.getTagName().equals("line");
        boolean stroked = !stroke.isEmpty() && !stroke.equals("none");
        if (filled) {
            content.setNonStrokingColor(Color.decode(fill));
            if (element.hasAttribute("fill-opacity")) {
                PDExtendedGraphicsState seeThrough = new PDExtendedGraphicsState();
                seeThrough.setNonStrokingAlphaConstant(at(element, "fill-opacity"));
                content.setGraphicsStateParameters(seeThrough);
            }
        }
        if (stroked) {
            content.setStrokingColor(Color.decode(stroke));
            content.setLineWidth(element.hasAttribute("stroke-width") ? at(element, "stroke-width") : 1);
            content.setLineJoinStyle(element.getAttribute("stroke-linejoin").equals("round") ? 1 : 0);
            if (element.hasAttribute("stroke-dasharray")) {
                double[] dash = Arrays.stream(element.getAttribute("stroke-dasharray").split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                float[] pattern = new float[dash.length];
                for (int k = 0; k < dash.length; k++) {
                    pattern[k] = (float) dash[k];
                }
                content.setLineDashPattern(pattern, 0);
            }
        }
        if (filled && stroked) {
            content.fillAndStroke();
        } else if (filled) {
            content.fill();
        } else {
            content.stroke();
        }
    }

    private void text(Element element) throws IOException {
        String words = element.getTextContent();
        float size = element.hasAttribute("font-size") ? at(element, "font-size") : Svg.TEXT;
        float wide = (float) font.width(words, size);
        float back = switch (element.getAttribute("text-anchor")) {
            case "end" -> wide;
            case "middle" -> wide / 2;
            default -> 0;
        };
        String turned = element.getAttribute("transform");
        float x = at(element, "x");
        float y = at(element, "y");
        boolean upwards = !turned.isEmpty();
        if (upwards) { // translate(x y) rotate(-90)
            String[] place = turned.substring(turned.indexOf('(') + 1, turned.indexOf(')')).split(" ");
            x = Float.parseFloat(place[0]);
            y = Float.parseFloat(place[1]);
        }
        Color ink = Color.decode(element.getAttribute("fill"));
        // letters stand upright although y points down
        Matrix place = upwards ? new Matrix(0, -1, -1, 0, x, y + back) : new Matrix(1, 0, 0, -1, x - back, y);
        font.show(content, place, words, size, ink, element.getAttribute("font-weight").equals("bold"));
    }

    private static float at(Element element, String attribute) {
        return (float) number(element, attribute);
    }
}
