package org.trabecula.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256, the name of a content.
public final class Hash {
    private Hash() {}

    /// The 32 bytes of SHA-256.
    public static byte[] sha256(byte[] bytes) {
        return digest().digest(bytes);
    }

    /// Lower-case hexadecimal, 64 characters.
    public static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    /// SHA-256 as 64 hexadecimal digits.
    public static String sha256Hex(byte[] bytes) {
        return hex(sha256(bytes));
    }

    /// The hash of a file's bytes, read in pieces.
    public static String sha256Hex(Path file) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return hex(digest.digest());
    }

    /// A new SHA-256, for what comes in pieces.
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
