package org.trabecula.figures;

/// How a line is drawn.
///
/// @param colour `#rrggbb`
/// @param width  in px
/// @param dash   lengths of dash and gap in px, empty for a solid line
public record Pen(String colour, double width, String dash) {
    public static final Pen AXIS = new Pen(Svg.INK, 1, "");
    public static final Pen GRID = new Pen(Svg.LINE, 1, "");
    public static final Pen REFERENCE = new Pen(Svg.SOFT, 1.2, "5 4");
    public static final Pen THIN = new Pen(Svg.INK, 1, "");

    public static Pen solid(String colour, double width) {
        return new Pen(colour, width, "");
    }
}
