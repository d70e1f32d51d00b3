package org.trabecula.dicom.codec.jpeg2000;

/// A band of one resolution.
///
/// @param area   where it lies on its own grid
/// @param column where its coefficients begin in the tile's array
/// @param row    likewise
/// @param highX  whether it holds horizontal high frequencies
/// @param highY  whether it holds vertical ones
/// @param planes bit planes of its magnitudes, `M_b`
/// @param step   size of a quantization step; 1 for the reversible transform
record CodedBand(CodedArea area, int column, int row, boolean highX, boolean highY, int planes, float step) {}
