package org.trabecula.figures;

/// A straight line with a head at its end.
final class Arrow {
    private Arrow() {}

    static void draw(Svg svg, double x1, double y1, double x2, double y2) {
        svg.line(x1, y1, x2, y2, Pen.AXIS);
        double length = Math.hypot(x2 - x1, y2 - y1);
        double dx = (x2 - x1) / length;
        double dy = (y2 - y1) / length;
        SvgPath head = new SvgPath()
                .move(x2, y2)
                .line(x2 - 8 * dx - 4 * dy, y2 - 8 * dy + 4 * dx)
                .line(x2 - 8 * dx + 4 * dy, y2 - 8 * dy - 4 * dx)
                .close();
        svg.area(head, Svg.INK, 1);
    }
}
