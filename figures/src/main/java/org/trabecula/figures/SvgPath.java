package org.trabecula.figures;

/// The data of an SVG path, in px.
public final class SvgPath {
    private final StringBuilder data = new StringBuilder();

    public SvgPath move(double x, double y) {
        return command('M', x, y);
    }

    public SvgPath line(double x, double y) {
        return command('L', x, y);
    }

    public SvgPath close() {
        data.append('Z');
        return this;
    }

    public SvgPath box(double x, double y, double width, double height) {
        move(x, y);
        data.append('h').append(Svg.number(width)).append('v').append(Svg.number(height));
        data.append('h').append(Svg.number(-width)).append('Z');
        return this;
    }

    /// A level line by itself.
    public SvgPath across(double x, double y, double length) {
        move(x, y);
        data.append('h').append(Svg.number(length));
        return this;
    }

    private SvgPath command(char letter, double x, double y) {
        data.append(letter).append(Svg.number(x)).append(' ').append(Svg.number(y));
        return this;
    }

    String data() {
        return data.toString();
    }
}
