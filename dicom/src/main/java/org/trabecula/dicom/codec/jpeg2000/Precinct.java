package org.trabecula.dicom.codec.jpeg2000;

/// What one packet speaks of: the code blocks of a resolution in one part of the image, band by band.
///
/// @param resolution 0 is the lowest
/// @param x          column of the reference grid by which packets are ordered
/// @param y          row likewise
/// @param bands      its share of each band
/// @param state      how many layers were read
record Precinct(int resolution, long x, long y, Part[] bands, State state) {
    /// The blocks of one band, row by row.
    record Part(CodedBand band, int across, int down, CodeBlock[] blocks, TagTree inclusion, TagTree emptyPlanes) {}

    /// Counts the layers.
    static final class State {
        int layers;
    }
}
