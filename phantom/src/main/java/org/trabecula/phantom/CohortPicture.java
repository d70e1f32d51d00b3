package org.trabecula.phantom;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.trabecula.image.Grid;
import org.trabecula.image.PointMm;
import org.trabecula.image.Size;
import org.trabecula.image.Volume;

/// A sheet of sagittal pictures in the bone window (−250 … 1250 HU, method P3), one per case, head up, front to the left;
/// the fractured vertebra outlined in orange when acute, in blue when chronic, the others in grey.
final class CohortPicture {
    static final int COLUMNS = 6;
    static final int MOST_TILES = 24;

    private static final int TILE = 190;
    private static final int GAP = 4;
    private static final double TILE_MM = 95;
    private static final double WINDOW_LOW_HU = -250;
    private static final double WINDOW_WIDTH_HU = 1500;
    private static final int ACUTE_RGB = 0xE69F00;
    private static final int CHRONIC_RGB = 0x56B4E9;
    private static final int OTHER_RGB = 0x8A8A8A;

    private CohortPicture() {}

    /// One case's picture: [#TILE] squared RGB values, row by row.
    static int[] tile(PhantomScan scan, PhantomCase fractured) {
        Grid grid = scan.ct().grid();
        PointMm centre = centre(scan.labels(), fractured.level().label());
        double[] greys = new double[TILE * TILE];
        int[] labels = new int[TILE * TILE];
        double pixelMm = TILE_MM / TILE;
        for (int row = 0; row < TILE; row++) {
            for (int column = 0; column < TILE; column++) {
                double y = centre.y() + (column - 0.45 * TILE) * pixelMm;
                double z = centre.z() - (row - 0.5 * TILE) * pixelMm;
                double[] index = grid.toIndex(new PointMm(centre.x(), y, z));
                int at = row * TILE + column;
                greys[at] = linear(scan.ct(), index);
                labels[at] = nearest(scan.labels(), index);
            }
        }
        return coloured(greys, labels, fractured);
    }

    private static int[] coloured(double[] greys, int[] labels, PhantomCase fractured) {
        int own = fractured.stage() == FractureStage.ACUTE ? ACUTE_RGB : CHRONIC_RGB;
        int[] rgb = new int[greys.length];
        for (int row = 0; row < TILE; row++) {
            for (int column = 0; column < TILE; column++) {
                int at = row * TILE + column;
                int label = labels[at];
                boolean edge = label != 0
                        && row > 0
                        && column > 0
                        && row < TILE - 1
                        && column < TILE - 1
                        && (labels[at - 1] != label
                                || labels[at + 1] != label
                                || labels[at - TILE] != label
                                || labels[at + TILE] != label);
                if (edge) {
                    rgb[at] = label == fractured.level().label() ? own : OTHER_RGB;
                } else {
                    double share = (greys[at] - WINDOW_LOW_HU) / WINDOW_WIDTH_HU;
                    int grey = (int) Math.round(255 * Math.max(0, Math.min(1, share)));
                    rgb[at] = grey << 16 | grey << 8 | grey;
                }
            }
        }
        return rgb;
    }

    /// Writes a PNG that says in its own text that it is synthetic.
    static void write(List<int[]> tiles, OutputStream out) throws IOException {
        int columns = Math.min(COLUMNS, tiles.size());
        int rows = (tiles.size() + columns - 1) / columns;
        int step = TILE + GAP;
        BufferedImage sheet =
                new BufferedImage(columns * step - GAP, rows * step - GAP, BufferedImage.TYPE_INT_RGB);
        for (int t = 0; t < tiles.size(); t++) {
            sheet.setRGB(t % columns * step, t / columns * step, TILE, TILE, tiles.get(t), 0, TILE);
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(sheet), null);
            metadata.mergeTree("javax_imageio_png_1.0", label());
            writer.write(new IIOImage(sheet, null, metadata));
        } catch (IIOInvalidTreeException e) {
            throw new IllegalStateException("the platform's PNG writer takes text", e);
        } finally {
            writer.dispose();
        }
    }

    private static IIOMetadataNode label() {
        IIOMetadataNode entry = new IIOMetadataNode("tEXtEntry");
        entry.setAttribute("keyword", "Comment");
        entry.setAttribute("value", CohortFolder.SYNTHETIC);
        IIOMetadataNode text = new IIOMetadataNode("tEXt");
        text.appendChild(entry);
        IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
        root.appendChild(text);
        return root;
    }

    /// The middle of a label's voxels in the world.
    private static PointMm centre(Volume labels, int label) {
        Size size = labels.grid().size();
        double i = 0;
        double j = 0;
        double k = 0;
        long count = 0;
        for (int c = 0; c < size.k(); c++) {
            for (int b = 0; b < size.j(); b++) {
                for (int a = 0; a < size.i(); a++) {
                    if (labels.voxels().at(labels.indexOf(a, b, c)) == label) {
                        i += a;
                        j += b;
                        k += c;
                        count++;
                    }
                }
            }
        }
        return labels.grid().toWorld(i / count, j / count, k / count);
    }

    private static int nearest(Volume labels, double[] index) {
        int i = (int) Math.round(index[0]);
        int j = (int) Math.round(index[1]);
        int k = (int) Math.round(index[2]);
        return labels.held().contains(i, j, k) ? (int) labels.at(i, j, k) : 0;
    }

    /// Trilinear; air outside the scan.
    private static double linear(Volume ct, double[] index) {
        int i = (int) Math.floor(index[0]);
        int j = (int) Math.floor(index[1]);
        int k = (int) Math.floor(index[2]);
        if (!ct.held().contains(i, j, k) || !ct.held().contains(i + 1, j + 1, k + 1)) {
            return -1000;
        }
        double hu = 0;
        for (int corner = 0; corner < 8; corner++) {
            int a = corner & 1;
            int b = corner >> 1 & 1;
            int c = corner >> 2;
            double weight = Math.abs(1 - a - (index[0] - i))
                    * Math.abs(1 - b - (index[1] - j))
                    * Math.abs(1 - c - (index[2] - k));
            hu += weight * ct.at(i + a, j + b, k + c);
        }
        return hu;
    }
}
