package org.trabecula.extraction.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trabecula.cohort.VertebraCase;

/// One of several parts of a manifest, written `3/16`: the third of sixteen.
///
/// CT by CT, in the order of the manifest, each goes with all its cases to the shard that has the fewest cases so far, the first of
/// equals. So a scan is read by one machine only, shards are as even as whole scans can be, and which cases are whose depends on
/// nothing but the manifest: on no machine, no file, no other shard.
///
/// @param number from 1
/// @param of     how many there are
public record Shard(int number, int of) {
    /// More parts than any manifest has scans are a slip of the hand.
    public static final int MOST = 100_000;

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    public Shard {
        if (!(1 <= number && number <= of && of <= MOST)) {
            throw new IllegalArgumentException("shard " + number + " of " + of);
        }
    }

    /// A shard as it is typed; empty where the text is none, such as `0/4`, `5/4` or `4`.
    public static Optional<Shard> read(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(written.group(1));
        int of = Integer.parseInt(written.group(2));
        return 1 <= number && number <= of && of <= MOST ? Optional.of(new Shard(number, of)) : Optional.empty();
    }

    /// As it is typed.
    @Override
    public String toString() {
        return number + "/" + of;
    }

    /// This shard's cases, in their order.
    ///
    /// @param cases all that the manifest asks for, in its order
    List<VertebraCase> of(List<VertebraCase> cases) {
        PriorityQueue<Load> loads = new PriorityQueue<>(
                Comparator.comparingInt(Load::cases).thenComparingInt(Load::shard));
        for (int shard = 1; shard <= of; shard++) {
            loads.add(new Load(shard, 0));
        }
        List<VertebraCase> own = new ArrayList<>();
        for (List<VertebraCase> scan : Scans.of(cases)) {
            Load least = loads.remove();
            if (least.shard == number) {
                own.addAll(scan);
            }
            loads.add(new Load(least.shard, least.cases + scan.size()));
        }
        own.sort(Comparator.comparingInt(VertebraCase::line));
        return own;
    }

    /// How many cases a shard has so far.
    private record Load(int shard, int cases) {}
}
