package org.trabecula.dicom.codec.codestream;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.trabecula.dicom.pixel.FrameShape;

/// One line of a table of small codestreams: columns, rows, how it was coded, the SHA-256 of its samples, its bytes in base64. The
/// first line of a table says what made it.
///
/// @param parameters all but hash and bytes, joined by commas
public record CodedSample(String parameters, FrameShape shape, String sha256, byte[] codestream) {
    /// Reads the table `name` beside a test.
    public static List<CodedSample> table(Class<?> test, String name) {
        try (InputStream in = test.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing beside " + test);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(CodedSample::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CodedSample parse(String line) {
        List<String> cell = Arrays.asList(line.split(",", -1));
        FrameShape shape = new FrameShape(Integer.parseInt(cell.get(1)), Integer.parseInt(cell.get(0)), 16, 16, false);
        return new CodedSample(String.join(",", cell.subList(0, cell.size() - 2)), shape, cell.get(cell.size() - 2),
                Base64.getDecoder().decode(cell.getLast()));
    }

    /// SHA-256 of samples as little-endian `int`.
    public static String sha256(int[] samples) {
        try {
            ByteBuffer bytes = ByteBuffer.allocate(4 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asIntBuffer().put(samples);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return parameters;
    }
}
