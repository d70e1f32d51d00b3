package org.trabecula.figures;

import java.util.List;
import org.trabecula.figures.Svg.Anchor;

/// A network from the picture to its features, part by part from the top down: the bar of a part is as wide as its picture is in
/// relation to the largest, on a scale of logarithms, beside it what it does and the shape of its result.
public final class NetworkFigure {
    private static final int WIDTH = 430;
    private static final int MARGIN = 8;
    private static final int BAR = 104;
    private static final int LEAST_BAR = 16;
    private static final int HEIGHT = 38;
    private static final int GAP = 20;
    private static final int WORDS = MARGIN + BAR + 16;

    private NetworkFigure() {}

    /// @param name  such as `layer1`
    /// @param words what it does
    /// @param shape of its result, such as `64 × 16 × 16`
    /// @param size  pixels along a side of its result; 1 for a list of numbers
    public record Part(String name, String words, String shape, int size) {}

    /// @param parts from the picture on
    public static String svg(String title, List<Part> parts) {
        int height = 2 * MARGIN + parts.size() * (HEIGHT + GAP) - GAP;
        Svg svg = new Svg(WIDTH, Math.max(height, 2 * MARGIN), title);
        int largest = parts.stream().mapToInt(Part::size).max().orElse(1);
        double middle = MARGIN + BAR / 2.0;
        for (int p = 0; p < parts.size(); p++) {
            Part part = parts.get(p);
            double y = MARGIN + p * (HEIGHT + GAP);
            double wide = largest == 1 ? BAR : LEAST_BAR + (BAR - LEAST_BAR) * Math.log(part.size()) / Math.log(largest);
            String fill = part.size() == 1 ? Palette.CHRONIC : "#f5f7fa";
            svg.rectangle(middle - wide / 2, y, wide, HEIGHT, fill, Svg.SOFT, 3);
            svg.text(WORDS, y + 15, part.name(), Anchor.START, Svg.TEXT, Svg.INK, true);
            svg.text(WIDTH - MARGIN, y + 15, part.shape(), Anchor.END, Svg.TEXT, Svg.INK, false);
            svg.text(WORDS, y + 32, part.words(), Anchor.START, Svg.SMALL + 1, Svg.SOFT, false);
            if (p + 1 < parts.size()) {
                Arrow.draw(svg, middle, y + HEIGHT, middle, y + HEIGHT + GAP);
            }
        }
        return svg.document();
    }
}
