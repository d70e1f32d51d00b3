package org.trabecula.figures;

import java.util.List;
import org.trabecula.figures.Svg.Anchor;

/// A frame with two axes; values go in, px come out.
final class Plot {
    static final int WIDTH = 440;
    static final int HEIGHT = 400;
    /// Radius of a dot that is to be seen one by one.
    static final double DOT = 2.4;

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

    /// The usual single frame with room for labels, grid and axes drawn, and the legend under it.
    static Plot framed(String title, Scale x, String xLabel, Scale y, String yLabel, List<Legend.Entry> entries) {
        Legend legend = new Legend(entries, WIDTH);
        Svg svg = new Svg(WIDTH, HEIGHT + (entries.isEmpty() ? 0 : legend.height()), title);
        Plot plot = new Plot(svg, x, y, 62, 14, WIDTH - 62 - 16, HEIGHT - 14 - 54);
        legend.draw(svg, HEIGHT);
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
        String fitting = ShortNames.middle(label, (int) Math.max(9, (height + 50) / (0.56 * Svg.TEXT)));
        svg.upwards(left - room(yScale) + 16, top + height / 2, fitting, Anchor.MIDDLE, Svg.TEXT, Svg.INK);
        return this;
    }

    /// What an upright axis needs at its left for numbers and label.
    static double room(Scale y) {
        double widest = y.ticks().stream().mapToDouble(tick -> Svg.width(y.label(tick), Svg.TEXT)).max().orElse(0);
        return Math.max(62, Math.ceil(widest) + 34);
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
    Plot ribbon(Curve lower, Curve upper, String colour, double opacity) {
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
        svg.area(path.close(), colour, opacity);
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

    /// A vertical line through the frame with a word above it, kept inside the figure.
    Plot mark(double xValue, String word, double above, Anchor anchor) {
        double at = x(xValue);
        double wide = Svg.width(word, Svg.SMALL);
        double start = switch (anchor) {
            case START -> at + 3;
            case MIDDLE -> at - wide / 2;
            case END -> at - 3 - wide;
        };
        double kept = Math.max(2, Math.min(start, left + width + 14 - wide));
        boolean under = at > kept - 2 && at < kept + wide + 2; // the line ends below a word that had to move over it
        svg.line(at, top - above + (under ? 13 : 2), at, top + height, Pen.REFERENCE);
        svg.text(kept, top - above + 9, word, Anchor.START, Svg.SMALL, Svg.INK, false);
        return this;
    }

    String document() {
        return svg.document();
    }

    private double inside(double py) {
        return Double.isNaN(py) ? py : Math.max(top, Math.min(top + height, py));
    }
}
