package org.trabecula.dicom.codec;

import java.util.List;
import java.util.Set;
import org.trabecula.dicom.codec.jpeg.JpegDecoder;
import org.trabecula.dicom.codec.jpeg2000.Jpeg2000Decoder;
import org.trabecula.dicom.codec.jpegls.JpegLsDecoder;
import org.trabecula.dicom.pixel.DamagedFrameException;
import org.trabecula.dicom.pixel.FrameCodec;
import org.trabecula.dicom.pixel.FrameShape;

/// The compressions that are decoded here, by the transfer syntaxes of DICOM PS3.5, 10.
public final class StandardCodecs {
    private static final String JPEG = "1.2.840.10008.1.2.4.";

    private StandardCodecs() {}

    /// JPEG baseline and extended, JPEG lossless, JPEG-LS, JPEG 2000, HTJ2K.
    public static List<FrameCodec> all() {
        return List.of(
                new Codec(Set.of(JPEG + "50", JPEG + "51"), JpegDecoder::cosine),
                new Codec(Set.of(JPEG + "57", JPEG + "70"), JpegDecoder::lossless),
                new Codec(Set.of(JPEG + "80", JPEG + "81"), JpegLsDecoder::decode),
                new Jpeg2000(Set.of(JPEG + "90", JPEG + "91"), Jpeg2000Decoder::decode),
                new Jpeg2000(Set.of(JPEG + "201", JPEG + "202", JPEG + "203"), Jpeg2000Decoder::decodeHighThroughput));
    }

    @FunctionalInterface
    private interface Decoder {
        int[] decode(byte[] codestream, FrameShape shape) throws DamagedFrameException;
    }

    private record Codec(Set<String> transferSyntaxes, Decoder decoder) implements FrameCodec {
        @Override
        public int[] decode(byte[] codestream, FrameShape shape) throws DamagedFrameException {
            return decoder.decode(codestream, shape);
        }
    }

    private record Jpeg2000(Set<String> transferSyntaxes, Decoder decoder) implements FrameCodec {
        @Override
        public int[] decode(byte[] codestream, FrameShape shape) throws DamagedFrameException {
            return decoder.decode(codestream, shape);
        }

        @Override
        public boolean knowsSign() {
            return true;
        }

        @Override
        public boolean statesSigned(byte[] codestream) throws DamagedFrameException {
            return Jpeg2000Decoder.isSigned(codestream);
        }
    }
}
