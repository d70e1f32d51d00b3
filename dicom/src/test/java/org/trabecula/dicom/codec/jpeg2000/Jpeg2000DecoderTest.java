package org.trabecula.dicom.codec.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
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

class Jpeg2000DecoderTest {
    static List<CodedSample> samples() {
        return CodedSample.table(Jpeg2000DecoderTest.class, "openjpeg.csv");
    }

    /// Both transforms, tiles, precincts, layers, orders of packets and their changes, regions of interest, every option of the
    /// block coder. Lossy frames are exact too: dequantization and transform are in single precision as in OpenJPEG.
    @ParameterizedTest
    @MethodSource("samples")
    void samplesAreThoseOfOpenJpeg(CodedSample sample) throws DamagedFrameException {
        assertThat(CodedSample.sha256(Jpeg2000Decoder.decode(sample.codestream(), sample.shape()))).isEqualTo(sample.sha256());
    }

    static List<CodedSample> highThroughput() {
        return CodedSample.table(Jpeg2000DecoderTest.class, "openjph.csv");
    }

    /// The cleanup pass as OpenJPH writes it; refinement passes, which it does not write, from random bits, since any bits are some.
    @ParameterizedTest
    @MethodSource("highThroughput")
    void samplesOfHighThroughputAreThoseOfOpenJph(CodedSample sample) throws DamagedFrameException {
        assertThat(CodedSample.sha256(Jpeg2000Decoder.decodeHighThroughput(sample.codestream(), sample.shape())))
                .isEqualTo(sample.sha256());
    }

    @Test
    void eachBlockCoderIsRefusedByNameWhereTheOtherBelongs() {
        CodedSample fast = highThroughput().getFirst();
        assertThatThrownBy(() -> Jpeg2000Decoder.decode(fast.codestream(), fast.shape())).isInstanceOf(DamagedFrameException.class)
                .hasMessageContaining("HTJ2K (1.2.840.10008.1.2.4.201)");
        CodedSample slow = samples().getFirst();
        assertThatThrownBy(() -> Jpeg2000Decoder.decodeHighThroughput(slow.codestream(), slow.shape()))
                .isInstanceOf(DamagedFrameException.class).hasMessageContaining("without the block coder of HTJ2K");
    }

    @Test
    void damagedHighThroughputIsRefusedOrDecodesButNeverFailsOtherwise() {
        FrameShape shape = highThroughput().getFirst().shape();
        Fuzz fuzz = Fuzz.reader("htj2k").refusesWith(DamagedFrameException.class).seconds(2).mostAllocatedBytes(8 << 20).head(200);
        for (CodedSample sample : highThroughput()) {
            if (sample.shape().equals(shape)) {
                fuzz.seed(sample.parameters(), sample.codestream());
            }
        }
        fuzz.bytes(bytes -> Jpeg2000Decoder.decodeHighThroughput(bytes, shape));
    }

    @Test
    void aCodestreamInBoxesIsFound() throws DamagedFrameException {
        CodedSample sample = samples().getFirst();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {0, 0, 0, 12, 'j', 'P', ' ', ' ', 13, 10, (byte) 0x87, 10});
        file.writeBytes(new byte[] {0, 0, 0, 16, 'j', 'p', '2', 'h', 0, 0, 0, 8, 'x', 'x', 'x', 'x'});
        file.writeBytes(ByteBuffer.allocate(8).putInt(8 + sample.codestream().length).putInt(0x6a703263).array());
        file.writeBytes(sample.codestream());
        assertThat(CodedSample.sha256(Jpeg2000Decoder.decode(file.toByteArray(), sample.shape()))).isEqualTo(sample.sha256());
    }

    @Test
    void theSignIsThatOfTheCodestream() throws DamagedFrameException {
        for (CodedSample sample : samples()) {
            assertThat(Jpeg2000Decoder.isSigned(sample.codestream())).isEqualTo(sample.parameters().split(",", -1)[3].equals("s"));
        }
    }

    /// Cut anywhere: never filled up with zeros.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 100, 400})
    void aCutCodestreamIsRefused(int bytesCut) {
        CodedSample sample = samples().getFirst();
        byte[] cut = Arrays.copyOf(sample.codestream(), sample.codestream().length - 2 - bytesCut); // all but the end marker is missed
        assertThatThrownBy(() -> Jpeg2000Decoder.decode(cut, sample.shape())).isInstanceOf(DamagedFrameException.class);
    }

    @Test
    void anotherSizeThanTheDataSetsIsRefused() {
        CodedSample sample = samples().getFirst();
        FrameShape other = new FrameShape(sample.shape().rows(), 512, 16, 16, false);
        assertThatThrownBy(() -> Jpeg2000Decoder.decode(sample.codestream(), other)).isInstanceOf(DamagedFrameException.class)
                .hasMessageContaining("35 x 31").hasMessageContaining("512 x 31");
    }

    @Test
    void damageIsRefusedOrDecodesButNeverFailsOtherwise() {
        FrameShape shape = samples().getFirst().shape();
        Fuzz fuzz = Fuzz.reader("jpeg2000").refusesWith(DamagedFrameException.class).seconds(4).mostAllocatedBytes(8 << 20).head(200);
        for (CodedSample sample : samples()) {
            if (sample.shape().equals(shape)) {
                fuzz.seed(sample.parameters(), sample.codestream());
            }
        }
        fuzz.bytes(bytes -> Jpeg2000Decoder.decode(bytes, shape));
    }
}
