package org.trabecula.dicom.codec.jpeg2000;

import org.trabecula.dicom.codec.codestream.ByteReader;
import org.trabecula.dicom.codec.codestream.CodedSize;
import org.trabecula.dicom.pixel.DamagedFrameException;

/// Size, precision and tiles of the image: the segment SIZ (ITU-T T.800, A.5.1).
///
/// @param image      where the image lies on the reference grid
/// @param tilesLeft  column where the first tile begins
/// @param tilesTop   row where it begins
/// @param tileWidth  columns of a tile
/// @param tileHeight rows of a tile
/// @param precision  bits of a sample, 1 … 31
/// @param signed     whether samples are signed
/// @param components samples of a pixel
record ImageHeader(
        CodedArea image,
        long tilesLeft,
        long tilesTop,
        long tileWidth,
        long tileHeight,
        int precision,
        boolean signed,
        int components) {
    private static final int SOC = 0xff4f;
    private static final int SIZ = 0xff51;

    /// Reads SOC and SIZ, which every codestream begins with.
    static ImageHeader read(ByteReader in) throws DamagedFrameException {
        if (in.u16() != SOC || in.u16() != SIZ) {
            throw new DamagedFrameException("a JPEG 2000 codestream that does not begin with its size (FF 4F FF 51)");
        }
        int length = in.u16();
        ByteReader s = in.part(length - 2L);
        s.u16(); // capabilities: coding styles say what is used
        long x1 = s.u32();
        long y1 = s.u32();
        long x0 = s.u32();
        long y0 = s.u32();
        long tileWidth = s.u32();
        long tileHeight = s.u32();
        long tilesLeft = s.u32();
        long tilesTop = s.u32();
        int components = s.u16();
        int depth = s.u8();
        int stepX = s.u8();
        int stepY = s.u8();
        if (x1 > Integer.MAX_VALUE || y1 > Integer.MAX_VALUE || x0 >= x1 || y0 >= y1) {
            throw new DamagedFrameException("a JPEG 2000 image from " + x0 + ", " + y0 + " to " + x1 + ", " + y1);
        }
        if (tilesLeft > x0 || tilesTop > y0 || tilesLeft + tileWidth <= x0 || tilesTop + tileHeight <= y0) {
            throw new DamagedFrameException("JPEG 2000 tiles of " + tileWidth + " x " + tileHeight + " that begin beside the image");
        }
        if (stepX != 1 || stepY != 1) {
            throw new DamagedFrameException("JPEG 2000 samples at every " + stepX + ". column and " + stepY + ". row");
        }
        int precision = (depth & 0x7f) + 1;
        if (precision > 31) {
            throw new DamagedFrameException("JPEG 2000 samples of " + precision + " bits");
        }
        return new ImageHeader(new CodedArea((int) x0, (int) y0, (int) x1, (int) y1), tilesLeft, tilesTop, tileWidth, tileHeight,
                precision, (depth & 0x80) != 0, components);
    }

    CodedSize size() {
        return new CodedSize(image.height(), image.width(), precision, components);
    }

    long tilesAcross() {
        return (image.x1() - tilesLeft + tileWidth - 1) / tileWidth;
    }

    long tiles() {
        return tilesAcross() * ((image.y1() - tilesTop + tileHeight - 1) / tileHeight);
    }

    /// The part of the image that a tile holds.
    CodedArea tile(int index) {
        long left = tilesLeft + index % tilesAcross() * tileWidth;
        long top = tilesTop + index / tilesAcross() * tileHeight;
        return image.common(left, top, left + tileWidth, top + tileHeight);
    }
}
