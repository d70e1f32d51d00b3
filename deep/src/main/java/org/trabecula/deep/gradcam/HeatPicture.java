package org.trabecula.deep.gradcam;

import java.awt.image.BufferedImage;
import org.trabecula.deep.crop.Crop;
import org.trabecula.deep.crop.GreyPicture;

/// A heat map over its crop, in colour.
///
/// Heat runs from transparent over red and yellow to white; the crop stays visible through it.
public final class HeatPicture {
    private static final double MOST_OPAQUE = 0.6;

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
                int grey = GreyPicture.grey(crop, row, column);
                double heat = map.at(row, column);
                double opacity = MOST_OPAQUE * Math.sqrt(heat);
                int rgb = 0;
                for (int band = 0; band < 3; band++) {
                    double colour = 255 * Math.clamp(3 * heat - band, 0, 1);
                    rgb = rgb << 8 | (int) Math.round((1 - opacity) * grey + opacity * colour);
                }
                picture.setRGB(column, row, rgb);
            }
        }
        return picture;
    }
}
