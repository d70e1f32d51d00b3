package org.trabecula.dicom.codec.jpegls;

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

class JpegLsDecoderTest {
    static List<CodedSample> samples() {
        return CodedSample.table(JpegLsDecoderTest.class, "charls.csv");
    }

    /// Every precision, NEAR up to 255, presets of their own, long runs, one column, one sample. Near-lossless frames have one right
    /// answer too, so all are compared exactly.
    @ParameterizedTest
    @MethodSource("samples")
    void samplesAreThoseOfCharLs(CodedSample sample) throws DamagedFrameException {
        int[] decoded = JpegLsDecoder.decode(sample.codestream(), sample.shape());
        assertThat(CodedSample.sha256(decoded)).isEqualTo(sample.sha256());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 40, 300})
    void aCutCodestreamIsRefused(int bytesCut) {
        CodedSample sample = precision(12);
        byte[] cut = Arrays.copyOf(sample.codestream(), sample.codestream().length - 2 - bytesCut);
        assertThatThrownBy(() -> JpegLsDecoder.decode(cut, sample.shape())).isInstanceOf(DamagedFrameException.class);
    }

    @Test
    void anotherSizeThanTheDataSetsIsRefused() {
        CodedSample sample = precision(12);
        FrameShape other = new FrameShape(29, 34, 16, 16, false);
        assertThatThrownBy(() -> JpegLsDecoder.decode(sample.codestream(), other)).isInstanceOf(DamagedFrameException.class)
                .hasMessageContaining("33 x 29").hasMessageContaining("34 x 29");
    }

    @Test
    void moreBitsThanAreAllocatedAreRefused() {
        CodedSample sample = precision(12);
        FrameShape narrow = new FrameShape(29, 33, 8, 8, false);
        assertThatThrownBy(() -> JpegLsDecoder.decode(sample.codestream(), narrow)).isInstanceOf(DamagedFrameException.class)
                .hasMessageContaining("12 bits");
    }

    @Test
    void damageIsRefusedOrDecodesButNeverFailsOtherwise() {
        FrameShape shape = precision(12).shape();
        Fuzz fuzz = Fuzz.reader("jpeg-ls").refusesWith(DamagedFrameException.class).seconds(2).mostAllocatedBytes(1 << 20);
        for (CodedSample sample : samples()) {
            if (sample.shape().equals(shape)) {
                fuzz.seed(sample.parameters(), sample.codestream());
            }
        }
        fuzz.bytes(bytes -> JpegLsDecoder.decode(bytes, shape));
    }

    private static CodedSample precision(int bits) {
        return samples().stream().filter(s -> s.parameters().startsWith("33,29," + bits + ",0,0")).findFirst().orElseThrow();
    }
}
