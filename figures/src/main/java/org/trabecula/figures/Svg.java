package org.trabecula.figures;

import java.util.Locale;

/// Writes one SVG document: shapes in the order of the calls, coordinates in px with two decimals.
///
/// Text is placed by its baseline; sizes are in px of the view box, whatever the size of the final print.
public final class Svg {
    /// Of axis labels and numbers; 7 pt when a figure of 440 px is printed 85 mm wide.
    public static final int TEXT = 13;
    public static final int SMALL = 11;
    public static final String INK = "#1c2430";
    /// On coloured ground, where letters stay dark on a dark page too.
    public static final String BLACK = "#000000";
    public static final String SOFT = "#5b6675";
    public static final String LINE = "#d9dee5";

    private final StringBuilder text = new StringBuilder();

    /// @param title what the figure shows, in words, for people who cannot see it
    public Svg(int width, int height, String title) {
        text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(height)
                .append("\" font-family=\"sans-serif\" font-size=\"")
                .append(TEXT)
                .append("\" role=\"img\">\n<title>")
                .append(escaped(title))
                .append("</title>\n");
        rectangle(0, 0, width, height, "#ffffff");
    }

    /// Where a text begins, lies or ends.
    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    public Svg rectangle(double x, double y, double width, double height, String fill) {
        return rectangle(x, y, width, height, fill, "none", 0);
    }

    /// @param radius of the corners
    public Svg rectangle(
            double x, double y, double width, double height, String fill, String stroke, double radius) {
        open("rect").at("x", x).at("y", y).at("width", width).at("height", height).paint(fill, stroke);
        if (radius > 0) {
            at("rx", radius);
        }
        return close();
    }

    public Svg line(double x1, double y1, double x2, double y2, Pen pen) {
        return open("line").at("x1", x1).at("y1", y1).at("x2", x2).at("y2", y2).stroke(pen).close();
    }

    public Svg circle(double x, double y, double radius, String fill, String stroke) {
        return open("circle").at("cx", x).at("cy", y).at("r", radius).paint(fill, stroke).close();
    }

    /// An open line along a path.
    public Svg path(SvgPath path, Pen pen) {
        return open("path").is("d", path.data()).is("fill", "none").stroke(pen).is("stroke-linejoin", "round").close();
    }

    /// A filled area.
    public Svg area(SvgPath path, String fill, double opacity) {
        open("path").is("d", path.data()).is("fill", fill);
        if (opacity < 1) {
            at("fill-opacity", opacity);
        }
        return close();
    }

    public Svg text(double x, double y, String content, Anchor anchor) {
        return text(x, y, content, anchor, TEXT, INK, false);
    }

    public Svg text(
            double x, double y, String content, Anchor anchor, int size, String fill, boolean bold) {
        open("text").at("x", x).at("y", y);
        return words(content, anchor, size, fill, bold);
    }

    /// Text that reads upwards, its baseline's start at (x, y).
    public Svg upwards(double x, double y, String content, Anchor anchor, int size, String fill) {
        open("text").is("transform", "translate(" + number(x) + " " + number(y) + ") rotate(-90)");
        return words(content, anchor, size, fill, false);
    }

    private Svg words(String content, Anchor anchor, int size, String fill, boolean bold) {
        if (anchor != Anchor.START) {
            is("text-anchor", anchor.name().toLowerCase(Locale.ROOT));
        }
        if (size != TEXT) {
            is("font-size", Integer.toString(size));
        }
        if (bold) {
            is("font-weight", "bold");
        }
        is("fill", fill);
        text.append('>').append(escaped(content)).append("</text>\n");
        return this;
    }

    /// The finished document.
    public String document() {
        return text + "</svg>\n";
    }

    private Svg open(String element) {
        text.append('<').append(element);
        return this;
    }

    private Svg close() {
        text.append("/>\n");
        return this;
    }

    private Svg at(String attribute, double value) {
        return is(attribute, number(value));
    }

    private Svg is(String attribute, String value) {
        text.append(' ').append(attribute).append("=\"").append(value).append('"');
        return this;
    }

    private Svg paint(String fill, String stroke) {
        is("fill", fill);
        return stroke.equals("none") ? this : is("stroke", stroke);
    }

    private Svg stroke(Pen pen) {
        is("stroke", pen.colour());
        at("stroke-width", pen.width());
        return pen.dash().isEmpty() ? this : is("stroke-dasharray", pen.dash());
    }

    /// Two decimals at most, `.` as separator, no exponent.
    public static String number(double value) {
        long hundredths = Math.round(value * 100);
        long whole = Math.abs(hundredths) / 100;
        long rest = Math.abs(hundredths) % 100;
        String sign = hundredths < 0 ? "-" : "";
        if (rest == 0) {
            return sign + whole;
        }
        return sign + whole + (rest % 10 == 0 ? "." + rest / 10 : (rest < 10 ? ".0" : ".") + rest);
    }

    public static String escaped(String content) {
        return content.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    /// How wide a text is in px, in a face as wide as Helvetica.
    public static double width(String content, int size) {
        return LetterWidths.of(content, size);
    }
}
