package org.trabecula.dicom.codec.jpeg2000;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.trabecula.dicom.pixel.DamagedFrameException;

/// Reads a tile's packets in their order and hands their bytes to the code blocks (ITU-T T.800, B.9 to B.12).
final class PacketReader {
    private static final int SOP = 0x91;
    private static final int EPH = 0x92;
    private static final int SOP_LENGTH = 6;

    private final TileSettings settings;
    private final CodingStyle style;
    private final TileLayout layout;
    private final byte[] bytes;
    private int at;

    PacketReader(TileSettings settings, TileLayout layout, byte[] bytes) throws DamagedFrameException {
        this.settings = settings;
        this.style = settings.style();
        this.layout = layout;
        this.bytes = bytes;
    }

    /// Reads all packets.
    ///
    /// @throws DamagedFrameException if one is missing, or bytes are left
    void read() throws DamagedFrameException {
        for (ProgressionPart part : settings.parts()) {
            readPart(part);
        }
        for (List<Precinct> resolution : layout.precincts()) {
            for (Precinct precinct : resolution) {
                if (precinct.state().layers < style.layers()) {
                    throw new DamagedFrameException("a JPEG 2000 order of packets that leaves some out");
                }
            }
        }
        for (int n = at; n < bytes.length; n++) {
            if (bytes[n] != 0) {
                throw new DamagedFrameException((bytes.length - at) + " bytes behind the last packet of a JPEG 2000 tile");
            }
        }
    }

    private void readPart(ProgressionPart part) throws DamagedFrameException {
        int endResolution = Math.min(part.endResolution(), style.levels() + 1);
        int endLayer = Math.min(part.endLayer(), style.layers());
        List<List<Precinct>> some = layout.precincts().subList(Math.min(part.firstResolution(), endResolution), endResolution);
        switch (part.order()) {
            case 0 -> { // layer, resolution, position
                for (int layer = 0; layer < endLayer; layer++) {
                    for (List<Precinct> resolution : some) {
                        readLayer(resolution, layer);
                    }
                }
            }
            case 1 -> { // resolution, layer, position
                for (List<Precinct> resolution : some) {
                    for (int layer = 0; layer < endLayer; layer++) {
                        readLayer(resolution, layer);
                    }
                }
            }
            case 2 -> { // resolution, position, layer
                for (List<Precinct> resolution : some) {
                    readLayers(resolution, endLayer);
                }
            }
            default -> { // position, resolution, layer; with one component, by component is the same
                List<Precinct> all = new ArrayList<>();
                some.forEach(all::addAll);
                all.sort(Comparator.comparingLong(Precinct::y).thenComparingLong(Precinct::x)
                        .thenComparingInt(Precinct::resolution));
                readLayers(all, endLayer);
            }
        }
    }

    private void readLayer(List<Precinct> precincts, int layer) throws DamagedFrameException {
        for (Precinct precinct : precincts) {
            if (precinct.state().layers == layer) {
                readPacket(precinct);
            } else if (precinct.state().layers < layer) {
                throw new DamagedFrameException("JPEG 2000 layer " + layer + " before the one below it");
            }
        }
    }

    private void readLayers(List<Precinct> precincts, int endLayer) throws DamagedFrameException {
        for (Precinct precinct : precincts) {
            while (precinct.state().layers < endLayer) {
                readPacket(precinct);
            }
        }
    }

    private void readPacket(Precinct precinct) throws DamagedFrameException {
        int layer = precinct.state().layers++;
        if (style.startMarks() && isMarker(SOP)) {
            at = Math.min(at + SOP_LENGTH, bytes.length);
        }
        PacketBits bits = new PacketBits(bytes, at);
        List<Chunk> chunks = new ArrayList<>();
        if (bits.bit() == 1) {
            for (Precinct.Part part : precinct.bands()) {
                for (int n = 0; n < part.blocks().length; n++) {
                    readBlock(part, n, layer, bits, chunks);
                }
            }
        }
        at = bits.end();
        if (style.endMarks() && isMarker(EPH)) {
            at += 2;
        }
        for (Chunk chunk : chunks) {
            if (chunk.length > bytes.length - at) {
                throw new DamagedFrameException("a JPEG 2000 packet of " + chunk.length + " bytes more where "
                        + (bytes.length - at) + " are left");
            }
            chunk.segment.add(at, chunk.length);
            at += chunk.length;
        }
    }

    private boolean isMarker(int code) {
        return at + 1 < bytes.length && bytes[at] == -1 && (bytes[at + 1] & 0xff) == code;
    }

    /// Bytes that a packet has for a segment.
    private record Chunk(CodeBlock.Segment segment, int length) {}

    private void readBlock(Precinct.Part part, int n, int layer, PacketBits bits, List<Chunk> chunks) throws DamagedFrameException {
        CodeBlock block = part.blocks()[n];
        int x = n % part.across();
        int y = n / part.across();
        if (block.included) {
            if (bits.bit() == 0) {
                return;
            }
        } else {
            if (!part.inclusion().isBelow(x, y, layer + 1, bits)) {
                return;
            }
            block.included = true;
            int all = part.band().planes() + settings.regionShift();
            block.planes = all - part.emptyPlanes().value(x, y, all, bits);
        }
        int passes = passes(bits);
        block.passes += passes;
        if (block.passes > 3 * block.planes - 2) {
            throw new DamagedFrameException(block.passes + " coding passes of a JPEG 2000 block of " + block.planes + " bit planes");
        }
        while (bits.bit() == 1) {
            block.lengthBits++;
        }
        while (passes > 0) {
            CodeBlock.Segment segment = open(block);
            int taken = Math.min(passes, segment.mostPasses - segment.passes);
            int width = block.lengthBits + 31 - Integer.numberOfLeadingZeros(taken);
            if (width > 31) {
                throw new DamagedFrameException("a JPEG 2000 length of " + width + " bits");
            }
            chunks.add(new Chunk(segment, bits.bits(width)));
            segment.passes += taken;
            passes -= taken;
        }
    }

    /// The segment that takes the next pass: codewords end where the block style says.
    private CodeBlock.Segment open(CodeBlock block) {
        if (!block.segments.isEmpty() && block.segments.getLast().passes < block.segments.getLast().mostPasses) {
            return block.segments.getLast();
        }
        int most = Integer.MAX_VALUE;
        if (style.highThroughput()) { // a cleanup pass, then its refinements
            most = block.segments.isEmpty() ? 1 : 2;
        } else if ((style.blockStyle() & BlockDecoder.TERMINATE) != 0) {
            most = 1;
        } else if ((style.blockStyle() & BlockDecoder.BYPASS) != 0) {
            // ten passes, then by turns two bare ones and a clean-up
            int before = block.segments.isEmpty() ? 0 : block.segments.getLast().mostPasses;
            most = before == 0 ? 10 : before == 2 ? 1 : 2;
        }
        block.segments.add(new CodeBlock.Segment(most));
        return block.segments.getLast();
    }

    /// The number of passes (T.800, table B.4).
    private static int passes(PacketBits bits) throws DamagedFrameException {
        if (bits.bit() == 0) {
            return 1;
        }
        if (bits.bit() == 0) {
            return 2;
        }
        int few = bits.bits(2);
        if (few < 3) {
            return 3 + few;
        }
        int more = bits.bits(5);
        return more < 31 ? 6 + more : 37 + bits.bits(7);
    }
}
