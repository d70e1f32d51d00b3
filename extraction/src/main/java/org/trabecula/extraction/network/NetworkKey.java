package org.trabecula.extraction.network;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.trabecula.core.Hash;
import org.trabecula.core.Version;
import org.trabecula.deep.network.Embedder;
import org.trabecula.deep.network.NetworkWeights;

/// Hashes for keys of what a network makes of crops.
final class NetworkKey {
    /// A change of these rooms may change a number.
    static final String CODE = Version.ofCode(Version.class, Embedder.class, NetworkKey.class);

    private NetworkKey() {}

    /// Of every number of a network, and of its form.
    static String of(NetworkWeights weights) {
        MessageDigest digest = Hash.digest();
        digest.update(weights.architecture().toString().getBytes(StandardCharsets.UTF_8));
        for (String name : weights.names()) {
            add(digest, weights.values(name), 0, weights.values(name).length);
        }
        return Hash.hex(digest.digest());
    }

    /// Of numbers `from` up to, but without, `to`.
    static String of(float[] values, int from, int to) {
        MessageDigest digest = Hash.digest();
        add(digest, values, from, to);
        return Hash.hex(digest.digest());
    }

    private static void add(MessageDigest digest, float[] values, int from, int to) {
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        int at = from;
        while (at < to) {
            int count = Math.min(to - at, bytes.capacity() / Float.BYTES);
            bytes.clear();
            bytes.asFloatBuffer().put(values, at, count);
            bytes.limit(count * Float.BYTES);
            digest.update(bytes);
            at += count;
        }
    }
}
