package org.trabecula.dicom.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trabecula.dicom.codec.codestream.ByteReader;
import org.trabecula.dicom.pixel.DamagedFrameException;

/// What the marker segments of a header say of coding: those of the main header hold for all tiles, those of a tile's for it.
///
/// A segment for the component (COC, QCC) outweighs one for all (COD, QCD) of the same header, whatever comes first.
final class TileSettings {
    private static final int COD = 0xff52;
    private static final int COC = 0xff53;
    private static final int RGN = 0xff5e;
    private static final int QCD = 0xff5c;
    private static final int QCC = 0xff5d;
    private static final int POC = 0xff5f;
    private static final int PPM = 0xff60;
    private static final int PPT = 0xff61;
    private static final int MOST_PARTS = 64;

    private @Nullable CodingStyle style;
    private @Nullable ByteReader ownStyle;
    private @Nullable Quantization quantization;
    private @Nullable Quantization ownQuantization;
    private int regionShift;
    private boolean ownParts;
    private final List<ProgressionPart> parts = new ArrayList<>();

    TileSettings() {}

    /// Starts a tile from the main header.
    static TileSettings of(TileSettings main) throws DamagedFrameException {
        TileSettings tile = new TileSettings();
        tile.style = main.style();
        tile.quantization = main.quantization();
        tile.regionShift = main.regionShift;
        tile.parts.addAll(main.parts);
        return tile;
    }

    /// Takes one segment; those that say nothing of coding are passed over.
    void read(int marker, ByteReader in) throws DamagedFrameException {
        switch (marker) {
            case COD -> style = CodingStyle.read(in);
            case COC -> {
                mustBeFirstComponent(in.u8());
                ownStyle = in;
            }
            case QCD -> quantization = Quantization.read(in);
            case QCC -> {
                mustBeFirstComponent(in.u8());
                ownQuantization = Quantization.read(in);
            }
            case RGN -> {
                mustBeFirstComponent(in.u8());
                if (in.u8() != 0) {
                    throw new DamagedFrameException("a JPEG 2000 region of interest of an unknown kind");
                }
                regionShift = in.u8();
            }
            case POC -> readOrder(in);
            case PPM, PPT -> throw new DamagedFrameException("JPEG 2000 packet headers apart from their packets, which are not read");
            default -> {
                // comments, lengths of packets and tile parts: nothing that decoding needs
            }
        }
    }

    private void readOrder(ByteReader in) throws DamagedFrameException {
        if (!ownParts) {
            parts.clear();
            ownParts = true;
        }
        while (in.left() > 0) {
            int firstResolution = in.u8();
            int firstComponent = in.u8();
            int endLayer = in.u16();
            int endResolution = in.u8();
            in.u8(); // end of components: there is one
            int order = in.u8();
            if (firstComponent != 0 || order > 4 || parts.size() >= MOST_PARTS) {
                throw new DamagedFrameException("a JPEG 2000 order of packets from component " + firstComponent + ", of kind " + order);
            }
            parts.add(new ProgressionPart(order, firstResolution, endResolution, endLayer));
        }
    }

    private static void mustBeFirstComponent(int component) throws DamagedFrameException {
        if (component != 0) {
            throw new DamagedFrameException("JPEG 2000 settings of component " + component + ", where there is one");
        }
    }

    CodingStyle style() throws DamagedFrameException {
        if (style == null) {
            throw new DamagedFrameException("a JPEG 2000 codestream without coding style (COD)");
        }
        if (ownStyle != null) {
            style = style.replaced(ownStyle);
            ownStyle = null;
        }
        return style;
    }

    Quantization quantization() throws DamagedFrameException {
        Quantization mine = ownQuantization == null ? quantization : ownQuantization;
        if (mine == null) {
            throw new DamagedFrameException("a JPEG 2000 codestream without quantization (QCD)");
        }
        return mine;
    }

    /// By how many bits the coefficients of a region of interest were raised; 0 for none.
    int regionShift() {
        return regionShift;
    }

    /// The parts of the tile's packets in the order in which they come.
    List<ProgressionPart> parts() throws DamagedFrameException {
        CodingStyle s = style();
        return parts.isEmpty() ? List.of(new ProgressionPart(s.order(), 0, s.levels() + 1, s.layers())) : List.copyOf(parts);
    }
}
