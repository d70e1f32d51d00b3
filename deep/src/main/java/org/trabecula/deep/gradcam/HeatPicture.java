package org.trabecula.deep.gradcam;

import java.awt.image.BufferedImage;
import org.trabecula.deep.crop.Crop;
import org.trabecula.deep.crop.GreyPicture;

/// A heat map over its crop, in colour.
///
/// Heat runs from transparent over red and yellow to white; the crop stays visible through it.
public final class HeatPicture {
    private static final double MOST_OPAQUE = 0.6;
    private static final int MID_GREY = 110;

    private HeatPicture() {}

    /// N × N pixels.
    public static BufferedImage of(Crop crop, HeatMap map) {
        int n = crop.sizePixels();
        if (map.size() != n) {
            throw new IllegalArgumentException("a map of " + map.size() + " pixels on a crop of " + n);
        }
        BufferedImage picture = new BufferedImage(n, n, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                picture.setRGB(column, row, colour(GreyPicture.grey(crop, row, column), map.at(row, column)));
            }
        }
        return picture;
    }

    /// A bar of the colours, from no heat at its left to the most at its right, over a mid grey.
    public static BufferedImage bar(int width, int height) {
        BufferedImage bar = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int column = 0; column < width; column++) {
            int rgb = colour(MID_GREY, (column + 0.5) / width);
            for (int row = 0; row < height; row++) {
                bar.setRGB(column, row, rgb);
            }
        }
        return bar;
    }

    private static int colour(int grey, double heat) {
        double opacity = MOST_OPAQUE * Math.sqrt(heat);
        int rgb = 0;
        for (int band = 0; band < 3; band++) {
            double colour = 255 * Math.clamp(3 * heat - band, 0, 1);
            rgb = rgb << 8 | (int) Math.round((1 - opacity) * grey + opacity * colour);
        }
        return rgb;
    }
}
