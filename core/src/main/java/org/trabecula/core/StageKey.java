package org.trabecula.core;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/// What a piece of work is computed from: equal keys, equal results. Inputs enter by the hash of their content, never by
/// their path, so that work is found again where a folder was moved and never where a file was replaced.
///
/// ```java
/// StageKey.of("feature row").and("image", hash).and("settings", text).and("version", Version.ofCode(Radiomics.class));
/// ```
///
/// @param stage what is computed
/// @param parts name and value of each input, in the order in which they were added
public record StageKey(String stage, List<Part> parts) {
    private static final int NAME_DIGITS = 32;

    /// One input.
    public record Part(String name, String value) {}

    public StageKey {
        parts = List.copyOf(parts);
    }

    /// The key of a stage with no inputs yet.
    public static StageKey of(String stage) {
        return new StageKey(stage, List.of());
    }

    /// The same work with one more input.
    public StageKey and(String name, String value) {
        List<Part> more = new ArrayList<>(parts);
        more.add(new Part(name, value));
        return new StageKey(stage, more);
    }

    /// The hash of all parts, 64 characters. Each text is preceded by its length, so that no two lists of parts read the same.
    public String hash() {
        MessageDigest digest = Hash.digest();
        add(digest, stage);
        for (Part part : parts) {
            add(digest, part.name());
            add(digest, part.value());
        }
        return Hash.hex(digest.digest());
    }

    /// A file name: the first half of the hash.
    public String fileName() {
        return hash().substring(0, NAME_DIGITS);
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
