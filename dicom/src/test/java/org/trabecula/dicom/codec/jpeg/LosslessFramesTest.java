package org.trabecula.dicom.codec.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.dicom.pixel.DamagedFrameException;
import org.trabecula.dicom.pixel.FrameShape;
import org.trabecula.testkit.Fuzz;

class LosslessFramesTest {
    private static final int ROWS = 12;
    private static final int COLUMNS = 17;
    private static final FrameShape SHAPE = new FrameShape(ROWS, COLUMNS, 16, 16, false);

    @ParameterizedTest
    @CsvSource({"1, 16, 0, 0", "2, 16, 3, 0", "3, 12, 1, 0", "4, 16, 5, 0", "5, 16, 0, 0", "6, 16, 1, 0", "7, 16, 4, 0", "1, 2, 0, 0",
        "7, 16, 0, 3", "4, 12, 2, 1"})
    void whatWasCodedComesBack(int predictor, int precision, int rowsBetween, int shift) throws DamagedFrameException {
        int[] samples = noise(precision);
        byte[] coded = LosslessEncoder.encode(samples, COLUMNS, precision, predictor, rowsBetween, shift);
        int[] kept = Arrays.stream(samples).map(s -> s >> shift << shift).toArray();
        assertThat(JpegDecoder.lossless(coded, SHAPE)).isEqualTo(kept);
    }

    /// A step of half the range has a size of its own, 16, and no further bits.
    @Test
    void aStepOfHalfTheRangeIsRead() throws DamagedFrameException {
        int[] samples = IntStream.range(0, ROWS * COLUMNS).map(n -> n % 2 * 32_768).toArray();
        assertThat(JpegDecoder.lossless(LosslessEncoder.encode(samples, COLUMNS, 16, 1, 0, 0), SHAPE)).isEqualTo(samples);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 40, 200})
    void aCutCodestreamIsRefused(int bytesCut) {
        byte[] coded = LosslessEncoder.encode(noise(16), COLUMNS, 16, 1, 0, 0);
        byte[] cut = Arrays.copyOf(coded, coded.length - 2 - bytesCut); // the end marker alone is not missed
        assertThatThrownBy(() -> JpegDecoder.lossless(cut, SHAPE)).isInstanceOf(DamagedFrameException.class);
    }

    @Test
    void aSizeThatIsNotTheDataSetsIsRefusedInBothNumbers() {
        byte[] coded = LosslessEncoder.encode(noise(16), COLUMNS, 16, 1, 0, 0);
        FrameShape other = new FrameShape(ROWS + 1, COLUMNS, 16, 16, false);
        assertThatThrownBy(() -> JpegDecoder.lossless(coded, other)).isInstanceOf(DamagedFrameException.class)
                .hasMessageContaining("17 x 12").hasMessageContaining("17 x 13");
    }

    /// Size and data set lie together: more was coded than fits.
    @Test
    void dataThatGoOnAreRefused() {
        byte[] coded = LosslessEncoder.encode(noise(16), COLUMNS, 16, 1, 0, 0);
        coded[8] = ROWS - 2;
        FrameShape lower = new FrameShape(ROWS - 2, COLUMNS, 16, 16, false);
        assertThatThrownBy(() -> JpegDecoder.lossless(coded, lower)).isInstanceOf(DamagedFrameException.class)
                .hasMessageContaining("go on after the last sample");
    }

    @Test
    void damageIsRefusedOrDecodesButNeverFailsOtherwise() {
        Fuzz.reader("jpeg-lossless").seed("restarts", LosslessEncoder.encode(noise(16), COLUMNS, 16, 6, 3, 0))
                .seed("plain", LosslessEncoder.encode(noise(12), COLUMNS, 12, 1, 0, 0))
                .refusesWith(DamagedFrameException.class).seconds(2).mostAllocatedBytes(1 << 20)
                .bytes(bytes -> JpegDecoder.lossless(bytes, SHAPE));
    }

    private static int[] noise(int precision) {
        return new SplittableRandom(precision).ints(ROWS * COLUMNS, 0, 1 << precision).toArray();
    }
}
