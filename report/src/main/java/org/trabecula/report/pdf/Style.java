package org.trabecula.report.pdf;

import java.awt.Color;

/// Sizes in points and colours of the printed page; the colours are those of the HTML page in the light.
final class Style {
    static final double PAGE_WIDTH = 595.28; // A4
    static final double PAGE_HEIGHT = 841.89;
    static final double SIDE = 42;
    static final double TOP = 44;
    static final double BOTTOM = 50;
    static final double WIDTH = PAGE_WIDTH - 2 * SIDE;
    static final double HEIGHT = PAGE_HEIGHT - TOP - BOTTOM;

    static final double TITLE = 19;
    static final double SECTION = 14;
    static final double HEADING = 11;
    static final double TEXT = 9.5;
    static final double SMALL = 8.3;
    static final double FOOT = 7.5;
    /// Line height as a share of the size.
    static final double LEADING = 1.38;

    static final Color INK = new Color(0x1c2430);
    static final Color SOFT = new Color(0x4a5463);
    static final Color LINE = new Color(0xd9dee5);
    static final Color WASH = new Color(0xf5f7fa);
    static final Color WARN = new Color(0x8a4b00);
    static final Color WARN_WASH = new Color(0xfff4e0);
    static final Color WARN_LINE = new Color(0xe09a2b);

    private Style() {}
}
