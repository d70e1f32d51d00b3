package org.trabecula.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import org.junit.jupiter.api.Timeout;
import org.trabecula.dicom.codec.StandardCodecs;
import org.trabecula.dicom.pixel.DamagedFrameException;
import org.trabecula.dicom.pixel.FrameCodec;
import org.trabecula.dicom.pixel.FrameCodecs;
import org.trabecula.dicom.pixel.FrameShape;

/// The codestreams of compressed frames, each codec by itself. The first four bytes of an input say what the data set says of the frame:
/// rows, columns (1 to 256 each, so that most inputs are quick), bits stored, and bits allocated with the sign.
@Timeout(60)
class FrameCodecFuzzTest {
    private static final int SHAPE_BYTES = 4;
    private static final int[] ALLOCATED = {1, 8, 16, 32};
    private static final FrameCodecs CODECS = FrameCodecs.OWN.with(StandardCodecs.all());
    /// 65,536 samples, with coefficients in several arrays and a tile's tables: JPEG 2000 counts its blocks before it makes them.
    private static final HostileInput BOUNDS = new HostileInput(64 * HostileInput.MIB);

    @FuzzTest
    void rle(byte[] input) throws Exception {
        decode("1.2.840.10008.1.2.5", input);
    }

    @FuzzTest
    void deflated(byte[] input) throws Exception {
        decode("1.2.840.10008.1.2.8.1", input);
    }

    @FuzzTest
    void jpegCosine(byte[] input) throws Exception {
        decode("1.2.840.10008.1.2.4.51", input);
    }

    @FuzzTest
    void jpegLossless(byte[] input) throws Exception {
        decode("1.2.840.10008.1.2.4.70", input);
    }

    @FuzzTest
    void jpegLs(byte[] input) throws Exception {
        decode("1.2.840.10008.1.2.4.80", input);
    }

    @FuzzTest
    void jpeg2000(byte[] input) throws Exception {
        decode("1.2.840.10008.1.2.4.90", input);
    }

    @FuzzTest
    void highThroughput(byte[] input) throws Exception {
        decode("1.2.840.10008.1.2.4.201", input);
    }

    private static void decode(String syntax, byte[] input) throws Exception {
        if (input.length < SHAPE_BYTES) {
            return;
        }
        FrameCodec codec = CODECS.codecs().stream()
                .filter(one -> one.transferSyntaxes().contains(syntax))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no codec for " + syntax));
        int allocated = ALLOCATED[input[3] & 3];
        FrameShape shape = new FrameShape(
                1 + (input[0] & 0xFF), 1 + (input[1] & 0xFF), allocated, 1 + (input[2] & 0xFF) % allocated, (input[3] & 4) != 0);
        byte[] codestream = Arrays.copyOfRange(input, SHAPE_BYTES, input.length);
        BOUNDS.hold(input.length, () -> {
            try {
                if (codec.knowsSign()) {
                    codec.statesSigned(codestream);
                }
                int[] samples = codec.decode(codestream, shape);
                if (samples.length != shape.samples()) {
                    throw new AssertionError(samples.length + " samples of " + shape);
                }
            } catch (DamagedFrameException e) {
                // how a codec refuses; the frame's reader says which file and frame, by code
            }
        });
    }
}
