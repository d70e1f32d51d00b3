package org.trabecula.dicom.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trabecula.dicom.codec.codestream.ByteReader;
import org.trabecula.dicom.pixel.DamagedFrameException;

/// The coded bytes of one tile, gathered from its parts (ITU-T T.800, A.4).
///
/// @param settings how it is coded
/// @param packets  its packets, part after part
record TileParts(TileSettings settings, byte[] packets) {
    private static final int SOT = 0xff90;
    private static final int SOD = 0xff93;
    private static final int EOC = 0xffd9;
    /// Bytes of the shortest tile part: SOT and SOD.
    private static final int SHORTEST = 14;

    /// What is known of a tile while parts of it are met.
    private static final class Gathered {
        private final TileSettings settings;
        private final List<ByteReader> bodies = new ArrayList<>();
        private long length;

        Gathered(TileSettings settings) {
            this.settings = settings;
        }
    }

    /// Reads everything behind SIZ: the rest of the main header and all tile parts.
    ///
    /// @return one for each tile of the image
    /// @throws DamagedFrameException if a tile is missing or longer than the codestream
    static List<TileParts> read(ByteReader in, ImageHeader image) throws DamagedFrameException {
        if (image.tiles() > in.left() / SHORTEST) {
            throw new DamagedFrameException(image.tiles() + " JPEG 2000 tiles in " + in.left() + " bytes");
        }
        TileSettings main = new TileSettings();
        int marker = in.u16();
        while (marker != SOT) {
            readSegment(in, marker, main);
            marker = in.u16();
        }
        Gathered[] tiles = new Gathered[(int) image.tiles()];
        while (marker == SOT) {
            readPart(in, main, tiles);
            marker = in.left() >= 2 ? in.u16() : EOC; // a missing end marker takes nothing away
        }
        if (marker != EOC) {
            throw new DamagedFrameException("marker " + Integer.toHexString(marker) + " where a JPEG 2000 tile or the end belongs");
        }
        List<TileParts> whole = new ArrayList<>(tiles.length);
        for (int n = 0; n < tiles.length; n++) {
            whole.add(joined(tiles[n], n));
        }
        return whole;
    }

    private static void readSegment(ByteReader in, int marker, TileSettings settings) throws DamagedFrameException {
        if (marker < 0xff50 || marker > 0xff6f) {
            throw new DamagedFrameException("marker " + Integer.toHexString(marker) + " in a JPEG 2000 header");
        }
        int length = in.u16();
        settings.read(marker, in.part(length - 2L));
    }

    private static void readPart(ByteReader in, TileSettings main, @Nullable Gathered[] tiles) throws DamagedFrameException {
        int start = in.position() - 2;
        if (in.u16() != 10) {
            throw new DamagedFrameException("a JPEG 2000 tile header (SOT) of another length than 10");
        }
        int index = in.u16();
        long length = in.u32();
        in.u16(); // number of this part and of all: parts of a tile come in order
        if (index >= tiles.length) {
            throw new DamagedFrameException("JPEG 2000 tile " + index + " of " + tiles.length);
        }
        Gathered tile = tiles[index];
        if (tile == null) {
            tile = new Gathered(TileSettings.of(main));
            tiles[index] = tile;
        }
        int marker = in.u16();
        while (marker != SOD) {
            readSegment(in, marker, tile.settings);
            marker = in.u16();
        }
        long body = length == 0 ? untilEnd(in) : start + length - in.position(); // 0: the last part, to the end
        ByteReader packets = in.part(body);
        tile.bodies.add(packets);
        tile.length += body;
    }

    private static int untilEnd(ByteReader in) {
        int left = in.left();
        for (int trailing = 2; trailing <= 3 && trailing <= left; trailing++) { // EOC, and one byte to an even length
            if (in.peek(left - trailing) == 0xff && in.peek(left - trailing + 1) == 0xd9) {
                return left - trailing;
            }
        }
        return left;
    }

    private static TileParts joined(@Nullable Gathered tile, int index) throws DamagedFrameException {
        if (tile == null) {
            throw new DamagedFrameException("a JPEG 2000 codestream without tile " + index);
        }
        byte[] packets = new byte[Math.toIntExact(tile.length)];
        int at = 0;
        for (ByteReader body : tile.bodies) {
            System.arraycopy(body.array(), body.position(), packets, at, body.left());
            at += body.left();
        }
        return new TileParts(tile.settings, packets);
    }
}
