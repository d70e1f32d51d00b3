package org.trabecula.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.dicom.pixel.DamagedFrameException;
import org.trabecula.dicom.pixel.FrameCodec;

/// Every compressed grey file of the reference set, against the pixels on which other decoders agree (its README names them).
class PublishedFramesTest {
    private static final String JPEG = "1.2.840.10008.1.2.4.";

    /// Exact for lossy JPEG and JPEG 2000 too: the transforms are those of the decoders that made the reference, step for step.
    /// Near-lossless
    /// JPEG-LS has one right answer by its standard.
    @ParameterizedTest
    @ValueSource(strings = {"50", "51", "57", "70", "80", "81", "90", "91", "201", "202", "203"})
    void samplesAreThoseOfOtherDecoders(String syntax) throws IOException {
        List<PublishedFrames> files = PublishedFrames.of(JPEG + syntax);
        assumeFalse(files.isEmpty(), "the reference set is not present");
        FrameCodec codec = codec(syntax);
        for (PublishedFrames file : files) {
            assertThat(PublishedFrames.sha256(decoded(codec, file))).as("%s", file)
                    .isEqualTo(file.answer().path("decoded").path("sha256").asString());
        }
    }

    /// The data set says unsigned, the codestream signed, and only that gives Hounsfield units.
    @Test
    void theSignOfTheCodestreamGivesTheOtherReadingThatIsPublished() throws IOException {
        assumeFalse(PublishedFrames.of(JPEG + "90").isEmpty(), "the reference set is not present");
        PublishedFrames file = PublishedFrames.named("j2k90_ct_siz1_pixrep0");
        byte[] codestream = file.frames().getFirst();
        assertThat(codec("90").statesSigned(codestream)).isTrue();
        assertThat(PublishedFrames.sha256(List.of(codec("90").decode(codestream, file.shape()))))
                .isEqualTo(file.answer().path("decoded_by_codestream_sign").path("sha256").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"j2k91_delimiter_bytes_inside_fragment", "lying_jls80_labelled_j2k90"})
    void aCodestreamThatOthersRefuseIsRefused(String name) {
        assumeFalse(PublishedFrames.of(JPEG + "90").isEmpty(), "the reference set is not present");
        PublishedFrames file = PublishedFrames.named(name);
        assertThatThrownBy(() -> codec("90").decode(file.frames().getFirst(), file.shape()))
                .isInstanceOf(DamagedFrameException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"201", "202", "203"})
    void highThroughputIsNamed(String syntax) {
        List<PublishedFrames> files = PublishedFrames.of(JPEG + syntax);
        assumeFalse(files.isEmpty(), "the reference set is not present");
        for (PublishedFrames file : files) {
            assertThatThrownBy(() -> codec("90").decode(file.frames().getFirst(), file.shape()))
                    .isInstanceOf(DamagedFrameException.class).hasMessageContaining("HTJ2K");
        }
    }

    @Test
    void anotherCodestreamThanTheTransferSyntaxSaysIsNamed() {
        assumeFalse(PublishedFrames.of(JPEG + "80").isEmpty(), "the reference set is not present");
        PublishedFrames file = PublishedFrames.named("lying_jls80_labelled_j2k90");
        assertThatThrownBy(() -> codec("70").decode(file.frames().getFirst(), file.shape()))
                .isInstanceOf(DamagedFrameException.class).hasMessageContaining("JPEG-LS");
    }

    private static List<int[]> decoded(FrameCodec codec, PublishedFrames file) throws IOException {
        List<int[]> frames = new ArrayList<>();
        for (byte[] codestream : file.frames()) {
            frames.add(file.stored(codec.decode(codestream, file.shape())));
        }
        return frames;
    }

    private static FrameCodec codec(String syntax) {
        return StandardCodecs.all().stream().filter(c -> c.transferSyntaxes().contains(JPEG + syntax)).findFirst().orElseThrow();
    }
}
