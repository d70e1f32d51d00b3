/// JPEG 2000 (ITU-T T.800): one component, bare codestreams and JP2 boxes.
///
/// Start at [org.trabecula.dicom.codec.jpeg2000.Jpeg2000Decoder]. A codestream's headers become a
/// [org.trabecula.dicom.codec.jpeg2000.ImageHeader] and a [org.trabecula.dicom.codec.jpeg2000.TileParts] each tile. A tile is laid out as
/// resolutions, bands, precincts and code blocks ([org.trabecula.dicom.codec.jpeg2000.TileLayout]); packets hand bytes to blocks
/// ([org.trabecula.dicom.codec.jpeg2000.PacketReader]); blocks become coefficients
/// ([org.trabecula.dicom.codec.jpeg2000.BlockDecoder], [org.trabecula.dicom.codec.jpeg2000.MqDecoder]), and coefficients samples
/// ([org.trabecula.dicom.codec.jpeg2000.ReversibleWavelet], [org.trabecula.dicom.codec.jpeg2000.IrreversibleWavelet]).
@NullMarked
package org.trabecula.dicom.codec.jpeg2000;

import org.jspecify.annotations.NullMarked;
