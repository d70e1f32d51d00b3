package org.trabecula.deep.crop;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Many crops on one picture, so that a person can check them at a glance.
///
/// Each is drawn in the patient's proportions, whatever the crop's own are: head up, front to the left. The longer side
/// takes 120 pixels.
public final class ContactSheet {
    private static final int TILE = 120;
    private static final int GAP = 8;
    private static final int LINE = PixelFont.HEIGHT + 3;
    private static final int COLUMNS = 8;
    private static final int BACKGROUND = 0xff202020;
    private static final int TEXT = 0xffe8e8e8;

    private ContactSheet() {}

    /// One picture on the sheet.
    ///
    /// @param picture  grey or colour
    /// @param widthMm  what it shows, front to back
    /// @param heightMm head to feet
    /// @param lines    texts below it, the first one its name
    public record Tile(BufferedImage picture, double widthMm, double heightMm, List<String> lines) {
        public Tile {
            lines = List.copyOf(lines);
        }

        /// A crop under its name and its size.
        public static Tile of(Crop crop, String caseId) {
            List<String> lines = new ArrayList<>();
            lines.add(caseId);
            lines.add(Math.round(crop.widthMm()) + " x " + Math.round(crop.heightMm()) + " mm");
            return new Tile(GreyPicture.of(crop), crop.widthMm(), crop.heightMm(), lines);
        }
    }

    /// What the colours of the tiles mean: a bar from its lowest to its highest value.
    public record ColourKey(BufferedImage bar, String low, String high) {}

    /// All tiles in their order, eight a row, under the lines of a title.
    public static BufferedImage of(List<String> title, List<Tile> tiles) {
        return of(title, Optional.empty(), tiles);
    }

    /// The same with a key of colours under the title.
    public static BufferedImage of(List<String> title, Optional<ColourKey> key, List<Tile> tiles) {
        int lines = tiles.stream().mapToInt(tile -> tile.lines().size()).max().orElse(0);
        int columns = Math.clamp(tiles.size(), 1, COLUMNS);
        int rows = (tiles.size() + columns - 1) / columns;
        int cellHeight = TILE + lines * LINE + GAP;
        int width = Math.max(columns * (TILE + GAP) + GAP, 3 * (TILE + GAP));
        int top = GAP + (title.size() + (key.isPresent() ? 2 : 1)) * LINE;
        BufferedImage sheet = new BufferedImage(width, top + rows * cellHeight, BufferedImage.TYPE_INT_RGB);
        fill(sheet, BACKGROUND);
        for (int line = 0; line < title.size(); line++) {
            PixelFont.draw(sheet, shortened(title.get(line), width - 2 * GAP), GAP, GAP + line * LINE, TEXT);
        }
        key.ifPresent(colours -> draw(sheet, colours, GAP, GAP + title.size() * LINE));
        for (int t = 0; t < tiles.size(); t++) {
            int x = GAP + t % columns * (TILE + GAP);
            int y = top + t / columns * cellHeight;
            draw(sheet, tiles.get(t), x, y);
        }
        return sheet;
    }

    private static void draw(BufferedImage sheet, ColourKey key, int x, int y) {
        PixelFont.draw(sheet, key.low(), x, y, TEXT);
        int bar = x + PixelFont.width(key.low()) + GAP;
        for (int py = 0; py < key.bar().getHeight(); py++) {
            for (int px = 0; px < key.bar().getWidth(); px++) {
                sheet.setRGB(bar + px, y + py, key.bar().getRGB(px, py));
            }
        }
        PixelFont.draw(sheet, key.high(), bar + key.bar().getWidth() + GAP, y, TEXT);
    }

    private static void draw(BufferedImage sheet, Tile tile, int x, int y) {
        double pixelsPerMm = TILE / Math.max(tile.widthMm(), tile.heightMm());
        int width = Math.clamp(Math.round(tile.widthMm() * pixelsPerMm), 1, TILE);
        int height = Math.clamp(Math.round(tile.heightMm() * pixelsPerMm), 1, TILE);
        int left = x + (TILE - width) / 2;
        int top = y + (TILE - height) / 2;
        for (int py = 0; py < height; py++) {
            for (int px = 0; px < width; px++) {
                sheet.setRGB(left + px, top + py, sampled(tile.picture(), (px + 0.5) / width, (py + 0.5) / height));
            }
        }
        for (int line = 0; line < tile.lines().size(); line++) {
            PixelFont.draw(sheet, shortened(tile.lines().get(line), TILE), x, y + TILE + 3 + line * LINE, TEXT);
        }
    }

    /// The colour at a place given in shares of the picture, linear between pixel centres.
    private static int sampled(BufferedImage picture, double shareX, double shareY) {
        double x = Math.clamp(shareX * picture.getWidth() - 0.5, 0, picture.getWidth() - 1);
        double y = Math.clamp(shareY * picture.getHeight() - 0.5, 0, picture.getHeight() - 1);
        int x0 = (int) x;
        int y0 = (int) y;
        int x1 = Math.min(x0 + 1, picture.getWidth() - 1);
        int y1 = Math.min(y0 + 1, picture.getHeight() - 1);
        int rgb = 0xff;
        for (int band = 0; band < 3; band++) {
            double upper = (1 - (x - x0)) * level(picture, x0, y0, band) + (x - x0) * level(picture, x1, y0, band);
            double lower = (1 - (x - x0)) * level(picture, x0, y1, band) + (x - x0) * level(picture, x1, y1, band);
            rgb = rgb << 8 | Math.clamp(Math.round((1 - (y - y0)) * upper + (y - y0) * lower), 0, 255);
        }
        return rgb;
    }

    /// Levels are taken from the raster: the colour model of grey pictures would brighten them.
    private static int level(BufferedImage picture, int x, int y, int band) {
        return picture.getRaster().getSample(x, y, Math.min(band, picture.getRaster().getNumBands() - 1));
    }

    private static void fill(BufferedImage sheet, int rgb) {
        for (int y = 0; y < sheet.getHeight(); y++) {
            for (int x = 0; x < sheet.getWidth(); x++) {
                sheet.setRGB(x, y, rgb);
            }
        }
    }

    private static String shortened(String text, int width) {
        int most = PixelFont.fitting(width);
        return text.length() <= most ? text : text.substring(0, most - 2) + "..";
    }
}
