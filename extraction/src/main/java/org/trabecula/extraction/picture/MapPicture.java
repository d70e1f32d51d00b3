package org.trabecula.extraction.picture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.trabecula.deep.crop.PixelFont;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Mask;
import org.trabecula.image.Volume;
import org.trabecula.radiomics.voxelwise.FeatureMap;

/// Feature maps of one region over its CT: sagittal, coronal, axial, as [ThreePlanes] cuts them, in the bone window, with a colour bar from the
/// map's least to its greatest value.
///
/// A pixel has the colour of the map's voxel nearest to it, nothing is interpolated; where the map has no value the CT shows, within the region's outline.
public final class MapPicture {
    /// Along both sides of each plane.
    static final int PIXELS = 360;

    /// Above the planes, and below them.
    static final int MARGIN = 34;

    private static final int BAR = 240;
    private static final int TEXT_TOP = 10;
    private static final int TEXT_LEFT = 8;
    private static final int OUTSIDE = -1;

    private final Grid image;
    private final List<BufferedImage> planes;
    private final double[][] points;

    private MapPicture(Grid image, List<BufferedImage> planes, double[][] points) {
        this.image = image;
        this.planes = planes;
        this.points = points;
    }

    /// Reads the voxels around a region and draws them.
    ///
    /// @param mask on the image's voxels
    public static MapPicture of(ImageFile file, Mask mask) throws IOException {
        ThreePlanes cut = ThreePlanes.of(mask);
        Volume around = file.read(cut.box());
        List<ThreePlanes.View> views = List.of(cut.sagittal(), cut.coronal(), cut.axial());
        List<BufferedImage> planes = views.stream().map(view -> cut.plane(around, view, PIXELS)).toList();
        double[][] points = new double[views.size() * PIXELS * PIXELS][];
        for (int n = 0; n < points.length; n++) {
            int pixel = n % (PIXELS * PIXELS);
            points[n] = cut.index(views.get(n / (PIXELS * PIXELS)), pixel / PIXELS, pixel % PIXELS, PIXELS);
        }
        return new MapPicture(mask.grid(), planes, points);
    }

    /// Thread-safe.
    ///
    /// @param title such as the map's name and unit
    public BufferedImage of(FeatureMap map, String title) {
        BufferedImage picture = new BufferedImage(planes.size() * PIXELS, PIXELS + 2 * MARGIN, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        for (int plane = 0; plane < planes.size(); plane++) {
            graphics.drawImage(planes.get(plane), plane * PIXELS, MARGIN, null);
        }
        graphics.dispose();
        double least = map.least();
        double range = map.greatest() - least;
        int[] places = places(map);
        for (int n = 0; n < points.length; n++) {
            int voxel = places[n];
            if (voxel != OUTSIDE && !Double.isNaN(map.value(voxel))) {
                int plane = n / (PIXELS * PIXELS);
                int pixel = n % (PIXELS * PIXELS);
                double share = range > 0 ? (map.value(voxel) - least) / range : 0.5;
                picture.setRGB(plane * PIXELS + pixel % PIXELS, MARGIN + pixel / PIXELS, Viridis.rgb(share));
            }
        }
        PixelFont.drawTwice(picture, title, TEXT_LEFT, TEXT_TOP, Ink.LETTERS_RGB);
        bar(picture, map);
        return picture;
    }

    /// The map's nth voxel under each pixel.
    private int[] places(FeatureMap map) {
        Grid grid = map.grid();
        int[] byPlace = new int[Math.toIntExact(grid.size().voxels())];
        Arrays.fill(byPlace, OUTSIDE);
        for (int n = 0; n < map.voxels(); n++) {
            byPlace[map.place(n)] = n;
        }
        int[] places = new int[points.length];
        for (int n = 0; n < points.length; n++) {
            double[] at = grid.toIndex(image.toWorld(points[n][0], points[n][1], points[n][2]));
            int i = ThreePlanes.nearest(at[0]);
            int j = ThreePlanes.nearest(at[1]);
            int k = ThreePlanes.nearest(at[2]);
            places[n] = grid.wholeBox().contains(i, j, k) ? byPlace[i + grid.size().i() * (j + grid.size().j() * k)] : OUTSIDE;
        }
        return places;
    }

    private static void bar(BufferedImage picture, FeatureMap map) {
        int top = MARGIN + PIXELS + TEXT_TOP;
        String least = number(map.least());
        PixelFont.drawTwice(picture, least, TEXT_LEFT, top, Ink.LETTERS_RGB);
        int left = TEXT_LEFT + 2 * PixelFont.width(least) + TEXT_LEFT;
        for (int column = 0; column < BAR; column++) {
            for (int row = 0; row < 2 * PixelFont.HEIGHT; row++) {
                picture.setRGB(left + column, top + row, Viridis.rgb(column / (BAR - 1.0)));
            }
        }
        String missing = map.undefined() == 0 ? "" : "    " + map.undefined() + " of " + map.voxels() + " voxels have no value";
        PixelFont.drawTwice(picture, number(map.greatest()) + missing, left + BAR + TEXT_LEFT, top, Ink.LETTERS_RGB);
    }

    /// Four digits.
    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "none";
        }
        boolean plain = value == 0 || Math.abs(value) >= 1e-3 && Math.abs(value) < 1e6;
        String text = String.format(Locale.ROOT, plain ? "%.4g" : "%.3e", value);
        return text.contains("e") || !text.contains(".") ? text : text.replaceFirst("\\.?0+$", "");
    }
}
