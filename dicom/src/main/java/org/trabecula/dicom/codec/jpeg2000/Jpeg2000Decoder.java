package org.trabecula.dicom.codec.jpeg2000;

import java.util.List;
import org.trabecula.dicom.codec.codestream.ByteReader;
import org.trabecula.dicom.pixel.DamagedFrameException;
import org.trabecula.dicom.pixel.FrameShape;

/// Decodes one grey JPEG 2000 frame (transfer syntaxes 1.2.840.10008.1.2.4.90 and .91) or HTJ2K frame (.201 to .203), bare or in JP2
/// boxes.
///
/// All of part 1 of the standard that grey frames use: both transforms, tiles, precincts, layers, all orders of packets and their
/// changes, regions of interest and every option of the block coder; of part 15 the high-throughput block coder. Not read: packet headers
/// apart from their packets (PPM, PPT), and HTJ2K with several cleanup passes a block or both block coders in one tile.
public final class Jpeg2000Decoder {
    private Jpeg2000Decoder() {}

    /// Decodes a JPEG 2000 frame.
    ///
    /// Samples are signed or unsigned as the codestream says, whatever the data set says.
    ///
    /// Allocates one `int` per sample, four bytes per sample of the largest tile, and at most about 100 more per sample where
    /// precincts are as small as is believed (16 samples).
    ///
    /// @throws DamagedFrameException if the codestream is damaged, of another size or uses what is not read
    public static int[] decode(byte[] codestream, FrameShape shape) throws DamagedFrameException {
        return decode(codestream, shape, false);
    }

    /// Decodes an HTJ2K frame; otherwise as [#decode].
    ///
    /// @throws DamagedFrameException if the codestream is damaged, of another size or uses what is not read
    public static int[] decodeHighThroughput(byte[] codestream, FrameShape shape) throws DamagedFrameException {
        return decode(codestream, shape, true);
    }

    private static int[] decode(byte[] codestream, FrameShape shape, boolean highThroughput) throws DamagedFrameException {
        ByteReader in = Jp2Boxes.codestream(codestream);
        ImageHeader image = ImageHeader.read(in);
        image.size().mustFit(shape);
        List<TileParts> tiles = TileParts.read(in, image);
        for (TileParts tile : tiles) {
            if (tile.settings().style().highThroughput() != highThroughput) {
                throw new DamagedFrameException("a codestream of another kind: "
                        + (highThroughput ? "JPEG 2000 without the block coder of HTJ2K" : "HTJ2K (1.2.840.10008.1.2.4.201)"));
            }
        }
        int[] samples = new int[shape.samples()];
        for (int n = 0; n < tiles.size(); n++) {
            new TileDecoder(image, tiles.get(n), n).decode(samples);
        }
        return samples;
    }

    /// Whether the codestream says that its samples are signed, which the data set may contradict.
    ///
    /// @throws DamagedFrameException if its first bytes are not those of a codestream
    public static boolean isSigned(byte[] codestream) throws DamagedFrameException {
        return ImageHeader.read(Jp2Boxes.codestream(codestream)).signed();
    }
}
