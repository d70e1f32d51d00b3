package org.trabecula.dicom.codec.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.dicom.codec.codestream.CodedSample;
import org.trabecula.dicom.pixel.DamagedFrameException;
import org.trabecula.dicom.pixel.FrameShape;
import org.trabecula.testkit.Fuzz;

class CosineFramesTest {
    static List<CodedSample> samples() {
        return CodedSample.table(CosineFramesTest.class, "libjpeg.csv");
    }

    /// Exact, though the standard allows transforms to differ: ours takes the same steps.
    @ParameterizedTest
    @MethodSource("samples")
    void samplesAreThoseOfLibjpeg(CodedSample sample) throws DamagedFrameException {
        assertThat(CodedSample.sha256(JpegDecoder.cosine(sample.codestream(), sample.shape()))).isEqualTo(sample.sha256());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 60, 400})
    void aCutCodestreamIsRefused(int bytesCut) {
        CodedSample sample = samples().getFirst();
        byte[] cut = Arrays.copyOf(sample.codestream(), sample.codestream().length - 2 - bytesCut);
        assertThatThrownBy(() -> JpegDecoder.cosine(cut, sample.shape())).isInstanceOf(DamagedFrameException.class);
    }

    @Test
    void aProgressiveFrameIsRefusedByName() {
        CodedSample sample = samples().getFirst();
        byte[] progressive = sample.codestream().clone();
        for (int n = 0; n < progressive.length; n++) {
            if (progressive[n] == -1 && progressive[n + 1] == (byte) 0xc0) {
                progressive[n + 1] = (byte) 0xc2;
                break;
            }
        }
        assertThatThrownBy(() -> JpegDecoder.cosine(progressive, sample.shape())).isInstanceOf(DamagedFrameException.class)
                .hasMessageContaining("JPEG progressive");
    }

    @Test
    void damageIsRefusedOrDecodesButNeverFailsOtherwise() {
        FrameShape shape = samples().getFirst().shape();
        Fuzz fuzz = Fuzz.reader("jpeg").refusesWith(DamagedFrameException.class).seconds(2).mostAllocatedBytes(1 << 20);
        for (CodedSample sample : samples()) {
            if (sample.shape().equals(shape)) {
                fuzz.seed(sample.parameters(), sample.codestream());
            }
        }
        fuzz.bytes(bytes -> JpegDecoder.cosine(bytes, shape));
    }
}
