package org.trabecula.web.server;

import java.security.SecureRandom;
import java.util.HexFormat;

/// Names that nobody can guess: who knows one was given it.
public final class RandomId {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;
    /// 128 bits, as hexadecimal digits.
    public static final String PATTERN = "[0-9a-f]{32}";

    private RandomId() {}

    public static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
