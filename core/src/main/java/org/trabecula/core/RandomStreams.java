package org.trabecula.core;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/// Random numbers from one seed, a stream of its own for each use, derived by name.
///
/// `new RandomStreams(1).stream("folds/hcr")` is the same stream whatever else draws, so adding a use never moves
/// another, and the order in which threads run cannot matter. The stream's seed is the first eight bytes of
/// SHA-256("seed/name").
public record RandomStreams(long seed) {
    /// A fresh generator for `name`; each call starts the stream anew.
    public SplittableRandom stream(String name) {
        return new SplittableRandom(seedOf(name));
    }

    /// The seed behind [#stream], for generators that are not ours (libtorch, libsvm).
    public long seedOf(String name) {
        byte[] hash = Hash.sha256((seed + "/" + name).getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(hash).getLong();
    }

    /// Streams below `prefix`: `within("fold-3").stream("svm")` is `stream("fold-3/svm")`'s own seed family.
    public RandomStreams within(String prefix) {
        return new RandomStreams(seedOf(prefix));
    }

    /// Shuffles in place (Fisher–Yates).
    public static void shuffle(int[] items, SplittableRandom random) {
        for (int last = items.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int kept = items[last];
            items[last] = items[other];
            items[other] = kept;
        }
    }
}
