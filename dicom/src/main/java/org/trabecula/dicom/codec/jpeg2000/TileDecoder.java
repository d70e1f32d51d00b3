package org.trabecula.dicom.codec.jpeg2000;

import java.util.List;
import org.trabecula.dicom.pixel.DamagedFrameException;

/// Turns the packets of one tile into samples.
final class TileDecoder {
    private final ImageHeader image;
    private final TileParts parts;
    private final TileLayout layout;
    private final CodingStyle style;

    TileDecoder(ImageHeader image, TileParts parts, int index) throws DamagedFrameException {
        this.image = image;
        this.parts = parts;
        this.style = parts.settings().style();
        if (style.highThroughput() && parts.settings().regionShift() > 0) {
            throw new DamagedFrameException("HTJ2K with a region of interest");
        }
        this.layout = TileLayout.of(image, index, parts.settings(), parts.packets().length);
    }

    /// Decodes into `samples`, those of the whole image row by row. Allocates four bytes per sample of the tile.
    void decode(int[] samples) throws DamagedFrameException {
        new PacketReader(parts.settings(), layout, parts.packets()).read();
        if (style.reversible()) {
            int[] coefficients = new int[layout.tile().width() * layout.tile().height()];
            decodeBlocks((value, band, at) -> coefficients[at] = value / 2);
            for (int r = 1; r <= style.levels(); r++) {
                ReversibleWavelet.invert(coefficients, layout.tile().width(), layout.resolutions()[r]);
            }
            store(samples, at -> coefficients[at]);
        } else {
            float[] coefficients = new float[layout.tile().width() * layout.tile().height()];
            decodeBlocks((value, band, at) -> coefficients[at] = value * (band.step() * 0.5f));
            for (int r = 1; r <= style.levels(); r++) {
                IrreversibleWavelet.invert(coefficients, layout.tile().width(), layout.resolutions()[r]);
            }
            store(samples, at -> Math.round(Math.rint((double) coefficients[at])));
        }
    }

    /// Takes twice a coefficient to its place in the tile.
    @FunctionalInterface
    private interface Placing {
        void put(int value, CodedBand band, int at);
    }

    private void decodeBlocks(Placing placing) throws DamagedFrameException {
        BlockDecoder decoder = new BlockDecoder(style.blockStyle());
        HtBlockDecoder fast = new HtBlockDecoder((style.blockStyle() & BlockDecoder.CAUSAL) != 0);
        for (List<Precinct> resolution : layout.precincts()) {
            for (Precinct precinct : resolution) {
                for (Precinct.Part part : precinct.bands()) {
                    for (CodeBlock block : part.blocks()) {
                        if (block.passes > 0) {
                            int[] values = style.highThroughput()
                                    ? fast.decode(block, part.band(), parts.packets())
                                    : decoder.decode(block, part.band(), parts.packets());
                            place(block, part.band(), values, placing);
                        }
                    }
                }
            }
        }
    }

    private void place(CodeBlock block, CodedBand band, int[] values, Placing placing) {
        int shift = parts.settings().regionShift();
        long background = 1L << shift + 1; // coefficients outside a region of interest are below this; twice, as all values here
        int n = 0;
        for (int y = 0; y < block.height; y++) {
            int at = (block.row + y) * layout.tile().width() + block.column;
            for (int x = 0; x < block.width; x++, n++) {
                int value = values[n];
                if (shift > 0 && Math.abs(value) >= background) {
                    value = value < 0 ? -(-value >> shift) : value >> shift;
                }
                placing.put(value, band, at + x);
            }
        }
    }

    @FunctionalInterface
    private interface Sample {
        long at(int index);
    }

    /// Adds the level by which unsigned samples were lowered, and keeps what the precision holds (T.800, G.1).
    private void store(int[] samples, Sample sample) {
        CodedArea tile = layout.tile();
        long least = image.signed() ? -(1L << image.precision() - 1) : 0;
        long most = (image.signed() ? 1L << image.precision() - 1 : 1L << image.precision()) - 1;
        long level = image.signed() ? 0 : 1L << image.precision() - 1;
        int width = image.image().width();
        int n = 0;
        for (int y = tile.y0() - image.image().y0(); y < tile.y1() - image.image().y0(); y++) {
            int at = y * width + tile.x0() - image.image().x0();
            for (int x = 0; x < tile.width(); x++) {
                samples[at + x] = (int) Math.clamp(sample.at(n++) + level, least, most);
            }
        }
    }
}
