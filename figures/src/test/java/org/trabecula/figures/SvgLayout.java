package org.trabecula.figures;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.trabecula.figures.pdf.PageFont;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// What can be wrong with how a figure is laid out: text beyond its edge, text over text, a line or dot through text. Widths are
/// those of Liberation Sans, so that no estimate of the figures' own is believed.
final class SvgLayout {
    /// A letter's box is larger than its ink: text may come this near to what is beside it, in px.
    private static final double NEAR = 0.5;

    /// @param ink extent of the letters: x, y, x, y
    record Text(String words, double[] ink, int order) {
        boolean over(Text other) {
            return ink[0] < other.ink[2] - NEAR && other.ink[0] < ink[2] - NEAR && ink[1] < other.ink[3] - NEAR
                    && other.ink[1] < ink[3] - NEAR;
        }

        boolean crossedBy(double x1, double y1, double x2, double y2) {
            return new java.awt.geom.Rectangle2D.Double(
                            ink[0] + NEAR, ink[1] + NEAR, ink[2] - ink[0] - 2 * NEAR, ink[3] - ink[1] - 2 * NEAR)
                    .intersectsLine(x1, y1, x2, y2);
        }
    }

    /// @param order place in the document: what comes later lies on top
    private record Stroke(String what, double x1, double y1, double x2, double y2, int order) {}

    private final double width;
    private final double height;
    private final List<Text> texts = new ArrayList<>();
    private final List<Stroke> strokes = new ArrayList<>();
    private final List<Text> grounds = new ArrayList<>();

    private SvgLayout(double width, double height) {
        this.width = width;
        this.height = height;
    }

    static SvgLayout of(String svg) {
        try (PDDocument document = new PDDocument()) {
            PageFont font = PageFont.in(document);
            Element root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
            SvgLayout layout = new SvgLayout(number(root, "width"), number(root, "height"));
            NodeList children = root.getChildNodes();
            for (int n = 0; n < children.getLength(); n++) {
                if (children.item(n) instanceof Element element) {
                    layout.add(element, font, n);
                }
            }
            return layout;
        } catch (Exception e) {
            throw new IllegalArgumentException(e);
        }
    }

    List<Text> texts() {
        return texts;
    }

    /// One sentence a fault; empty where the figure can be read.
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (int t = 0; t < texts.size(); t++) {
            Text text = texts.get(t);
            if (text.ink[0] < 0 || text.ink[1] < 0 || text.ink[2] > width || text.ink[3] > height) {
                faults.add("'" + text.words + "' leaves the figure: " + java.util.Arrays.toString(text.ink) + " in " + width + " × " + height);
            }
            for (Text other : texts.subList(t + 1, texts.size())) {
                if (text.over(other)) {
                    faults.add("'" + text.words + "' and '" + other.words + "' overlap");
                }
            }
            strokes.stream()
                    .filter(stroke -> text.crossedBy(stroke.x1, stroke.y1, stroke.x2, stroke.y2))
                    .filter(stroke -> grounds.stream().noneMatch(ground -> ground.order > stroke.order && ground.order < text.order && ground.over(text)))
                    .findFirst()
                    .ifPresent(stroke -> faults.add("a " + stroke.what + " runs through '" + text.words + "'"));
        }
        return faults;
    }

    private void add(Element element, PageFont font, int order) {
        switch (element.getTagName()) {
            case "text" -> texts.add(text(element, font, order));
            case "line" -> strokes.add(new Stroke(
                    "line", number(element, "x1"), number(element, "y1"), number(element, "x2"), number(element, "y2"), order));
            case "circle" -> {
                double x = number(element, "cx");
                double y = number(element, "cy");
                double r = number(element, "r");
                strokes.add(new Stroke("dot", x - r, y, x + r, y, order));
            }
            case "path" -> path(element.getAttribute("d"), order);
            case "rect" -> {
                if (order > 1) { // not the ground of the whole figure
                    double x = number(element, "x");
                    double y = number(element, "y");
                    grounds.add(new Text("", new double[] {x, y, x + number(element, "width"), y + number(element, "height")}, order));
                }
            }
            default -> {}
        }
    }

    private void path(String data, int order) {
        double x = 0;
        double y = 0;
        for (String command : data.split("(?=[A-Za-z])")) {
            String[] values = command.substring(1).strip().split("[ ,]+");
            double toX = x;
            double toY = y;
            switch (command.charAt(0)) {
                case 'M', 'L' -> {
                    toX = Double.parseDouble(values[0]);
                    toY = Double.parseDouble(values[1]);
                }
                case 'h' -> toX += Double.parseDouble(values[0]);
                case 'v' -> toY += Double.parseDouble(values[0]);
                default -> {}
            }
            if (command.charAt(0) != 'M') {
                strokes.add(new Stroke("curve", x, y, toX, toY, order));
            }
            x = toX;
            y = toY;
        }
    }

    private static Text text(Element element, PageFont font, int order) {
        String words = element.getTextContent();
        double size = element.hasAttribute("font-size") ? number(element, "font-size") : Svg.TEXT;
        double wide = font.width(words, size);
        double back = switch (element.getAttribute("text-anchor")) {
            case "end" -> wide;
            case "middle" -> wide / 2;
            default -> 0;
        };
        double up = 0.72 * size; // of capitals and digits
        double down = 0.2 * size;
        String turned = element.getAttribute("transform");
        if (turned.isEmpty()) {
            double x = number(element, "x") - back;
            double y = number(element, "y");
            return new Text(words, new double[] {x, y - up, x + wide, y + down}, order);
        }
        String[] place = turned.substring(turned.indexOf('(') + 1, turned.indexOf(')')).split(" ");
        double x = Double.parseDouble(place[0]);
        double y = Double.parseDouble(place[1]) + back;
        return new Text(words, new double[] {x - up, y - wide, x + down, y}, order);
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
