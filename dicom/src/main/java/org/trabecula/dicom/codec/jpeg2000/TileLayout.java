package org.trabecula.dicom.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.dicom.pixel.DamagedFrameException;

/// Cuts a tile into resolutions, bands, precincts and code blocks (ITU-T T.800, B.5 to B.7).
///
/// @param tile        where it lies on the reference grid
/// @param resolutions the area of each resolution on its own grid, lowest first
/// @param precincts   those of each resolution, row by row
record TileLayout(CodedArea tile, CodedArea[] resolutions, List<List<Precinct>> precincts) {
    private static final int MOST_PLANES = 30;
    /// Precincts that are believed whatever a tile's size: 33 resolutions of a small one.
    private static final int FEW_PRECINCTS = 64;
    /// Samples that a precinct of a larger tile has on average; encoders make them of a thousand and more.
    private static final int LEAST_PRECINCT = 16;

    /// Allocates about 100 bytes a code block and 1,500 a precinct; neither has less than 16 samples on average, and precincts are no
    /// more than bytes.
    ///
    /// @param bytes that the tile's packets have: each takes one at least
    /// @throws DamagedFrameException if there are more packets than bytes
    static TileLayout of(ImageHeader image, int index, TileSettings settings, int bytes) throws DamagedFrameException {
        CodedArea tile = image.tile(index);
        CodingStyle style = settings.style();
        int levels = style.levels();
        CodedArea[] resolutions = new CodedArea[levels + 1];
        long count = 0;
        for (int r = 0; r <= levels; r++) {
            CodedArea area = tile.reduced(levels - r);
            resolutions[r] = area;
            if (!area.isEmpty()) {
                count += count(area.x0(), area.x1(), style.precinctWidth(r)) * count(area.y0(), area.y1(), style.precinctHeight(r));
            }
        }
        if (count * style.layers() > bytes) {
            throw new DamagedFrameException(count * style.layers() + " JPEG 2000 packets in " + bytes + " bytes");
        }
        if (count > FEW_PRECINCTS + (long) tile.width() * tile.height() / LEAST_PRECINCT) {
            throw new DamagedFrameException(count + " JPEG 2000 precincts in " + tile.width() + " x " + tile.height() + " samples");
        }
        List<List<Precinct>> precincts = new ArrayList<>(levels + 1);
        for (int r = 0; r <= levels; r++) {
            precincts.add(resolutions[r].isEmpty() ? List.of() : precincts(image, tile, resolutions, r, settings));
        }
        return new TileLayout(tile, resolutions, precincts);
    }

    private static long count(int from, int to, int log) {
        return ((long) to + (1L << log) - 1 >> log) - ((long) from >> log);
    }

    private static List<Precinct> precincts(
            ImageHeader image, CodedArea tile, CodedArea[] resolutions, int r, TileSettings settings) throws DamagedFrameException {
        CodingStyle style = settings.style();
        CodedArea area = resolutions[r];
        CodedBand[] bands = bands(image, tile, resolutions, r, settings);
        int logX = style.precinctWidth(r);
        int logY = style.precinctHeight(r);
        int lower = style.levels() - r;
        List<Precinct> precincts = new ArrayList<>();
        for (long py = area.y0() >> logY; py << logY < area.y1(); py++) {
            for (long px = area.x0() >> logX; px << logX < area.x1(); px++) {
                Precinct.Part[] parts = new Precinct.Part[bands.length];
                for (int b = 0; b < bands.length; b++) {
                    parts[b] = part(bands[b], px, py, r == 0 ? logX : logX - 1, r == 0 ? logY : logY - 1, style);
                }
                // the first one may begin before the tile, and is met where the tile begins
                long x = px << logX < area.x0() ? tile.x0() : px << logX + lower;
                long y = py << logY < area.y0() ? tile.y0() : py << logY + lower;
                precincts.add(new Precinct(r, x, y, parts, new Precinct.State()));
            }
        }
        return precincts;
    }

    private static CodedBand[] bands(ImageHeader image, CodedArea tile, CodedArea[] resolutions, int r, TileSettings settings)
            throws DamagedFrameException {
        if (r == 0) {
            return new CodedBand[] {band(image, resolutions[0], 0, 0, false, false, 0, settings)};
        }
        CodedArea lower = resolutions[r - 1];
        int level = resolutions.length - r;
        CodedBand[] bands = new CodedBand[3];
        for (int b = 0; b < 3; b++) { // HL, LH, HH
            boolean highX = b != 1;
            boolean highY = b != 0;
            bands[b] = band(image, tile.band(level, highX, highY), highX ? lower.width() : 0, highY ? lower.height() : 0, highX, highY,
                    3 * r - 2 + b, settings);
        }
        return bands;
    }

    private static CodedBand band(
            ImageHeader image, CodedArea area, int column, int row, boolean highX, boolean highY, int number, TileSettings settings)
            throws DamagedFrameException {
        Quantization quantization = settings.quantization();
        boolean reversible = settings.style().reversible();
        if (reversible && !quantization.whole()) {
            throw new DamagedFrameException("JPEG 2000 with the reversible transform and quantization");
        }
        int planes = quantization.guardBits() + quantization.exponent(number) - 1;
        if (planes < 0 || planes + settings.regionShift() > MOST_PLANES) {
            throw new DamagedFrameException("JPEG 2000 coefficients of " + (planes + settings.regionShift()) + " bits");
        }
        float step = reversible ? 1 : Math.scalb(quantization.step(number), image.precision());
        return new CodedBand(area, column, row, highX, highY, planes, step);
    }

    private static Precinct.Part part(CodedBand band, long px, long py, int logX, int logY, CodingStyle style) {
        CodedArea inside = band.area().common(px << logX, py << logY, px + 1 << logX, py + 1 << logY);
        if (inside.isEmpty()) {
            return new Precinct.Part(band, 0, 0, new CodeBlock[0], new TagTree(0, 0), new TagTree(0, 0));
        }
        int logW = Math.min(style.blockWidth(), logX);
        int logH = Math.min(style.blockHeight(), logY);
        int firstX = inside.x0() >> logW;
        int firstY = inside.y0() >> logH;
        int across = (int) count(inside.x0(), inside.x1(), logW);
        int down = (int) count(inside.y0(), inside.y1(), logH);
        CodeBlock[] blocks = new CodeBlock[across * down];
        for (int n = 0; n < blocks.length; n++) {
            long bx = (long) firstX + n % across;
            long by = (long) firstY + n / across;
            CodedArea b = inside.common(bx << logW, by << logH, bx + 1 << logW, by + 1 << logH);
            blocks[n] = new CodeBlock(band.column() + b.x0() - band.area().x0(), band.row() + b.y0() - band.area().y0(), b.width(),
                    b.height());
        }
        return new Precinct.Part(band, across, down, blocks, new TagTree(across, down), new TagTree(across, down));
    }
}
