package org.trabecula.radiomics.parameters;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;

/// The text of a parameter file: UTF-8, or what a byte order mark says. Nothing is guessed, so that no word changes unseen.
final class ParameterText {
    /// Real files have a few kilobytes.
    private static final int MOST_BYTES = 1 << 20;

    private ParameterText() {}

    /// @throws InputException PAR-001 if it is no readable file, too long, or not text in a known encoding
    static String read(Path path) {
        byte[] bytes = bytes(path);
        if (bytes.length > MOST_BYTES) {
            throw refusal(path, "more than " + MOST_BYTES + " bytes", "a parameter file of a few kilobytes");
        }
        if (begins(bytes, 0xef, 0xbb, 0xbf)) {
            return decoded(path, bytes, 3, StandardCharsets.UTF_8);
        }
        if (begins(bytes, 0xff, 0xfe)) {
            return decoded(path, bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (begins(bytes, 0xfe, 0xff)) {
            return decoded(path, bytes, 2, StandardCharsets.UTF_16BE);
        }
        return decoded(path, bytes, 0, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Path path) {
        if (Files.isDirectory(path)) {
            throw refusal(path, "a folder", "a YAML or JSON file");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(MOST_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw refusal(path, "no such file", "a YAML or JSON file");
        } catch (IOException e) {
            throw refusal(path, "not readable: " + e.getClass().getSimpleName(), "a readable file");
        }
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int n = 0; n < mark.length; n++) {
            if (n >= bytes.length || (bytes[n] & 0xff) != mark[n]) {
                return false;
            }
        }
        return true;
    }

    private static String decoded(Path path, byte[] bytes, int from, Charset charset) {
        ByteBuffer rest = ByteBuffer.wrap(bytes, from, bytes.length - from);
        String text;
        try {
            text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(rest)
                    .toString();
        } catch (CharacterCodingException e) {
            throw refusal(
                    path,
                    "bytes that are not " + charset + (charset == StandardCharsets.UTF_8 ? likely(bytes) : ""),
                    "text in UTF-8, or in UTF-16 with its byte order mark");
        }
        if (text.indexOf('\0') >= 0) {
            throw refusal(path, "NUL characters" + likely(bytes), "text in UTF-8, or in UTF-16 with its byte order mark");
        }
        return text;
    }

    /// What the bytes look like; said, not acted on.
    private static String likely(byte[] bytes) {
        int nul = 0;
        for (byte b : bytes) {
            nul += b == 0 ? 1 : 0;
        }
        if (nul == 0) {
            return "; they look like Latin-1 (Windows-1252)";
        }
        // of plain Latin text every second byte of UTF-16 is 0, three of four of UTF-32
        return nul * 8L >= bytes.length * 5L
                ? "; they look like UTF-32"
                : nul * 3L >= bytes.length ? "; they look like UTF-16 without a byte order mark" : "";
    }

    private static InputException refusal(Path path, String found, String expected) {
        return new InputException(new Problem(
                ParameterProblem.PARAMETERS_UNREADABLE,
                path.toString(),
                found,
                expected,
                "check the path, and save the file as UTF-8 in a text editor"));
    }
}
