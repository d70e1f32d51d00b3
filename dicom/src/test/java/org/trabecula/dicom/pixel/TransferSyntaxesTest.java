package org.trabecula.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.core.InputException;
import org.trabecula.dicom.codec.StandardCodecs;
import org.trabecula.dicom.dataset.DicomFile;
import org.trabecula.dicom.dataset.DicomSource;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Stored values of the published and made files of `shared/reference/dicom/transfer-syntaxes`, by the SHA-256 that
/// dcmtk, gdcm and pydicom agree on. Lossy ones are exact too: transforms are those of the decoders that made the reference, step for
/// step, and near-lossless JPEG-LS has one right answer by its standard.
class TransferSyntaxesTest {
    private static final FrameCodecs CODECS = FrameCodecs.OWN.with(StandardCodecs.all());
    private static final JsonMapper JSON = new JsonMapper();

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(Reference.best("dicom/transfer-syntaxes/expected"))) {
            return files.map(file -> file.getFileName().toString().replace(".json", "")).sorted().toList();
        }
    }

    private static JsonNode expected(String name) throws IOException {
        Path file = Reference.found("dicom/transfer-syntaxes/expected/" + name + ".json").orElse(null);
        assumeTrue(file != null, "only in ../shared/reference, which is not present");
        return JSON.readTree(Files.readString(file));
    }

    private static boolean isDecoded(String syntax) {
        return syntax.matches("1\\.2\\.840\\.10008\\.1\\.2(\\.1|\\.2|\\.1\\.99)?")
                || CODECS.codecs().stream().anyMatch(codec -> codec.transferSyntaxes().contains(syntax));
    }

    private static Frames frames(String name) throws IOException {
        Path file = Reference.best("dicom/transfer-syntaxes").resolve(name + ".dcm");
        return Frames.of(DicomFile.open(DicomSource.of(file)).orRefuse(), CODECS);
    }

    @ParameterizedTest
    @MethodSource("names")
    void storedValuesAreThoseOfOtherDecoders(String name) throws IOException {
        JsonNode expected = expected(name);
        String syntax = expected.get("transfer_syntax_uid").asString();
        assumeTrue(isDecoded(syntax) && expected.has("decoded"), "not decoded, or to be refused");
        Frames frames = frames(name);
        assertThat(frames.count()).isEqualTo(expected.get("frames").asInt());
        // where the codestream's sign is the one to follow, the reference gives that reading too
        boolean bySign = expected.has("decoded_by_codestream_sign");
        assertThat(frames.signContradicted()).isEqualTo(bySign);
        assertThat(sha256(frames))
                .isEqualTo(expected.get(bySign ? "decoded_by_codestream_sign" : "decoded").get("sha256").asString());
        Conformance.compared("dicom/transfer-syntaxes", (long) frames.count() * frames.shape().samples());
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatNobodyDecodesIsRefusedByName(String name) throws IOException {
        JsonNode expected = expected(name);
        String syntax = expected.get("transfer_syntax_uid").asString();
        assumeTrue(!isDecoded(syntax) && !name.startsWith("colour"), "read here, or colour");
        assertThatThrownBy(() -> frames(name)).hasMessageContaining("DCM-004").hasMessageContaining(syntax);
    }

    @ParameterizedTest
    @CsvSource({"lying_jls80_labelled_j2k90, JPEG-LS", "j2k91_delimiter_bytes_inside_fragment, JPEG 2000",
        "bad_mf3_j2k90_cut_in_frame3, JPEG 2000"})
    void codestreamsThatOthersRefuseAreRefused(String name, String named) throws IOException {
        expected(name);
        assertThatThrownBy(() -> {
            Frames frames = frames(name);
            frames.read(frames.count() - 1);
        }).isInstanceOf(InputException.class).hasMessageContaining(named);
    }

    /// The file ends with its last codestream, which is whole; only the delimiter behind it is gone.
    @Test
    void aMissingDelimiterTakesNoFrameAway() throws IOException {
        JsonNode whole = expected("j2k90_enhanced_mr_u12_10f");
        assertThat(sha256(frames("j2k90_enhanced_mr_too_short"))).isEqualTo(whole.get("decoded").get("sha256").asString());
    }

    @Test
    void colourAndCutPixelsAreRefused() throws IOException {
        expected("colour_rgb_3x3_odd");
        assertThatThrownBy(() -> frames("colour_rgb_3x3_odd")).hasMessageContaining("DCM-002").hasMessageContaining("RGB");
        assertThatThrownBy(() -> frames("bad_mr_truncated_pixels"))
                .hasMessageContaining("DCM-003")
                .hasMessageContaining("8130 bytes")
                .hasMessageContaining("8192 bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "bad_mf3_j2k90_cut_in_frame3, DCM-005", "lying_jls80_labelled_j2k90, DCM-005",
        "j2k91_delimiter_bytes_inside_fragment, DCM-005", "colour_htj203_rgb, DCM-002"
    })
    void damagedAndLyingFilesAreRefused(String name, String code) throws IOException {
        expected(name);
        assertThatThrownBy(() -> sha256(frames(name))).hasMessageContaining(code);
    }

    /// Both end behind the last whole fragment; the second is published as too short, and lacks its delimiter alone.
    @ParameterizedTest
    @CsvSource({"bad_mf3_j2k90_no_delimiter, mf3_evle", "j2k90_enhanced_mr_too_short, j2k90_enhanced_mr_u12_10f"})
    void framesWithoutTheirDelimiterAreReadAndThatIsKnown(String name, String whole) throws IOException {
        JsonNode same = expected(whole);
        Frames frames = frames(name);
        assertThat(frames.delimited()).isFalse();
        assertThat(sha256(frames)).isEqualTo(same.get("decoded").get("sha256").asString());
    }

    /// Values as 32-bit integers, little endian, frame by frame, row by row.
    private static String sha256(Frames frames) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int frame = 0; frame < frames.count(); frame++) {
                int[] values = frames.read(frame);
                ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asIntBuffer().put(values);
                digest.update(bytes.array());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
