package org.trabecula.figures;

import java.util.List;
import org.trabecula.figures.Svg.Anchor;

/// A frame with two axes; values go in, px come out.
final class Plot {
    static final int WIDTH = 440;
    static final int HEIGHT = 400;
    static final int LEGEND_ROW = 17;

    final Svg svg;
    final Scale xScale;
    final Scale yScale;
    final double left;
    final double top;
    final double width;
    final double height;

    /// A frame inside an SVG that the caller goes on with.
    Plot(Svg svg, Scale xScale, Scale yScale, double left, double top, double width, double height) {
        this.svg = svg;
        this.xScale = xScale;
        this.yScale = yScale;
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
    }

    /// The usual single frame with room for labels, grid and axes drawn.
    static Plot framed(String title, Scale x, String xLabel, Scale y, String yLabel) {
        Svg svg = new Svg(WIDTH, HEIGHT, title);
        Plot plot = new Plot(svg, x, y, 62, 14, WIDTH - 62 - 16, HEIGHT - 14 - 54);
        return plot.axes(xLabel, yLabel);
    }

    Plot axes(String xLabel, String yLabel) {
        return grid().xAxis(xLabel).yAxis(yLabel);
    }

    Plot grid() {
        for (double tick : xScale.ticks()) {
            svg.line(x(tick), top, x(tick), top + height, Pen.GRID);
        }
        for (double tick : yScale.ticks()) {
            svg.line(left, y(tick), left + width, y(tick), Pen.GRID);
        }
        return this;
    }

    Plot xAxis(String label) {
        double bottom = top + height;
        svg.line(left, bottom, left + width, bottom, Pen.AXIS);
        for (double tick : xScale.ticks()) {
            svg.line(x(tick), bottom, x(tick), bottom + 4, Pen.AXIS);
            svg.text(x(tick), bottom + 18, xScale.label(tick), Anchor.MIDDLE);
        }
        svg.text(left + width / 2, bottom + 40, label, Anchor.MIDDLE);
        return this;
    }

    Plot yAxis(String label) {
        svg.line(left, top, left, top + height, Pen.AXIS);
        for (double tick : yScale.ticks()) {
            svg.line(left - 4, y(tick), left, y(tick), Pen.AXIS);
            svg.text(left - 7, y(tick) + 4.5, yScale.label(tick), Anchor.END);
        }
        svg.upwards(left - 46, top + height / 2, label, Anchor.MIDDLE, Svg.TEXT, Svg.INK);
        return this;
    }

    double x(double value) {
        return left + width * xScale.position(value);
    }

    double y(double value) {
        return top + height * (1 - yScale.position(value));
    }

    /// Straight lines between the points; what lies outside the frame is drawn on its border.
    Plot line(Curve curve, Pen pen) {
        SvgPath path = new SvgPath();
        boolean down = false;
        for (int p = 0; p < curve.size(); p++) {
            double px = x(curve.x(p));
            double py = inside(y(curve.y(p)));
            if (Double.isNaN(px) || Double.isNaN(py)) {
                down = false;
            } else if (down) {
                path.line(px, py);
            } else {
                path.move(px, py);
                down = true;
            }
        }
        svg.path(path, pen);
        return this;
    }

    /// The area between a lower and an upper line over the same x.
    Plot ribbon(Curve lower, Curve upper, String colour) {
        SvgPath path = new SvgPath();
        for (int p = 0; p < upper.size(); p++) {
            if (p == 0) {
                path.move(x(upper.x(p)), inside(y(upper.y(p))));
            } else {
                path.line(x(upper.x(p)), inside(y(upper.y(p))));
            }
        }
        for (int p = lower.size() - 1; p >= 0; p--) {
            path.line(x(lower.x(p)), inside(y(lower.y(p))));
        }
        svg.area(path.close(), colour, 0.16);
        return this;
    }

    Plot segment(double x1, double y1, double x2, double y2, Pen pen) {
        svg.line(x(x1), y(y1), x(x2), y(y2), pen);
        return this;
    }

    Plot dot(double xValue, double yValue, double radius, String colour) {
        svg.circle(x(xValue), y(yValue), radius, colour, "none");
        return this;
    }

    /// A vertical line through the frame with a word at its top.
    Plot mark(double xValue, String word, Pen pen, Anchor anchor) {
        svg.line(x(xValue), top, x(xValue), top + height, pen);
        double aside = anchor == Anchor.START ? 4 : anchor == Anchor.END ? -4 : 0;
        svg.text(x(xValue) + aside, top + 13, word, anchor, Svg.SMALL, Svg.SOFT, false);
        return this;
    }

    /// One line of a legend.
    record Entry(String words, Pen pen) {}

    enum Corner {
        TOP_RIGHT,
        BOTTOM_RIGHT,
        BOTTOM_LEFT,
        TOP_LEFT
    }

    Plot legend(List<Entry> entries, Corner corner) {
        double longest = 0;
        for (Entry entry : entries) {
            longest = Math.max(longest, Svg.width(entry.words(), Svg.SMALL));
        }
        double boxWidth = longest + 42;
        double boxHeight = LEGEND_ROW * entries.size() + 8;
        boolean right = corner == Corner.TOP_RIGHT || corner == Corner.BOTTOM_RIGHT;
        boolean bottom = corner == Corner.BOTTOM_RIGHT || corner == Corner.BOTTOM_LEFT;
        double x0 = right ? left + width - boxWidth - 6 : left + 8;
        double y0 = bottom ? top + height - boxHeight - 8 : top + 6;
        svg.rectangle(x0, y0, boxWidth, boxHeight, "#ffffff", Svg.LINE, 3);
        for (int e = 0; e < entries.size(); e++) {
            entry(entries.get(e), x0 + 7, y0 + 4 + LEGEND_ROW * (e + 0.5));
        }
        return this;
    }

    /// A legend in two columns under the frame, for figures whose lines fill it.
    Plot legendBelow(List<Entry> entries, double y0) {
        int rows = (entries.size() + 1) / 2;
        for (int e = 0; e < entries.size(); e++) {
            entry(entries.get(e), 14 + e / rows * (left + width) / 2, y0 + LEGEND_ROW * (e % rows + 0.5));
        }
        return this;
    }

    private void entry(Entry entry, double x, double y) {
        svg.line(x, y, x + 24, y, entry.pen());
        svg.text(x + 30, y + 4, entry.words(), Anchor.START, Svg.SMALL, Svg.INK, false);
    }

    String document() {
        return svg.document();
    }

    private double inside(double py) {
        return Double.isNaN(py) ? py : Math.max(top, Math.min(top + height, py));
    }
}
