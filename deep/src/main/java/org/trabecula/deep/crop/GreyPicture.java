package org.trabecula.deep.crop;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.trabecula.core.AtomicFile;

/// A crop as an 8-bit grey picture: the window's lower limit black, its upper limit white.
public final class GreyPicture {
    private GreyPicture() {}

    /// N × N pixels, as the network sees them.
    public static BufferedImage of(Crop crop) {
        int n = crop.sizePixels();
        BufferedImage picture = new BufferedImage(n, n, BufferedImage.TYPE_BYTE_GRAY);
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                picture.getRaster().setSample(column, row, 0, grey(crop, row, column));
            }
        }
        return picture;
    }

    /// 0 … 255 of one pixel.
    public static int grey(Crop crop, int row, int column) {
        double low = crop.settings().windowLowHu();
        double share = (crop.hu(row, column) - low) / (crop.settings().windowHighHu() - low);
        return Math.clamp(Math.round(255 * share), 0, 255);
    }

    /// Writes a picture as PNG; the file appears complete or not at all.
    public static void write(Path file, BufferedImage picture) throws IOException {
        AtomicFile.write(file, out -> writePng(picture, out));
    }

    private static void writePng(BufferedImage picture, OutputStream out) {
        try {
            if (!ImageIO.write(picture, "png", out)) {
                throw new IllegalStateException("every Java platform writes PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
