package org.trabecula.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Feeds a reader with damaged copies of sound files: whatever comes in, it reads or refuses. Anything else that is thrown, a
/// hang, or memory without bound fails the test.
///
/// ```java
/// Fuzz.reader("nifti").seed("plain", bytes).refusesWith(InputException.class)
///         .files(".nii", file -> NiftiFile.open(file, Placement.STATED).read());
/// ```
///
/// Inputs follow from their number alone, so that a failure repeats: `-Dtrabecula.fuzz.number=N` runs that one input. The
/// time is [#seconds], or `-Dtrabecula.fuzz.seconds=S`. The input of a failure is saved under the module's build folder.
public final class Fuzz {
    private static final int SECONDS = 6;
    /// A hostile file of a few kilobytes is refused in milliseconds; ten seconds are a hang, however slow the machine.
    private static final long HANG_SECONDS = 10;
    private static final long MOST_ALLOCATED_BYTES = 512L << 20;

    private final String name;
    private final List<Seed> seeds = new ArrayList<>();
    private final List<Class<? extends Throwable>> refusals = new ArrayList<>();
    private List<String> tokens = List.of();
    private boolean text;
    private int headBytes = Integer.MAX_VALUE;
    private int seconds = SECONDS;
    private long mostAllocatedBytes = MOST_ALLOCATED_BYTES;

    private record Seed(String name, byte[] bytes) {}

    /// What is fed; what it returns is dropped.
    @FunctionalInterface
    public interface Target<I> {
        void read(I input) throws Exception;
    }

    private Fuzz(String name) {
        this.name = name;
    }

    /// @param name of the reader; names saved inputs too
    public static Fuzz reader(String name) {
        return new Fuzz(name);
    }

    /// A sound input, which the reader must accept as it is.
    public Fuzz seed(String name, byte[] bytes) {
        seeds.add(new Seed(name, bytes.clone()));
        return this;
    }

    /// A sound text; texts are damaged by lines, words and numbers as well as by bytes.
    public Fuzz seed(String name, String text) {
        this.text = true;
        return seed(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Words that mean something to the reader; they are put into texts, singly and many times.
    public Fuzz tokens(String... tokens) {
        this.tokens = List.of(tokens);
        return this;
    }

    /// Most damage falls into the first bytes, where the header is.
    public Fuzz head(int bytes) {
        this.headBytes = bytes;
        return this;
    }

    /// What a reader may throw to refuse an input.
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Fuzz refusesWith(Class<? extends Throwable>... refusals) {
        this.refusals.addAll(List.of(refusals));
        return this;
    }

    /// The everyday time, in place of 6 s.
    public Fuzz seconds(int seconds) {
        this.seconds = seconds;
        return this;
    }

    /// The most that one input may make the reader allocate, kept or not, in place of 512 MiB.
    public Fuzz mostAllocatedBytes(long bytes) {
        this.mostAllocatedBytes = bytes;
        return this;
    }

    /// Feeds bytes.
    public void bytes(Target<byte[]> target) {
        run(target);
    }

    /// Feeds texts; bytes that are not UTF-8 become U+FFFD.
    public void texts(Target<String> target) {
        run(bytes -> target.read(new String(bytes, StandardCharsets.UTF_8)));
    }

    /// Feeds files, one after the other under one name.
    ///
    /// @param ending of the file's name, such as `.nii`
    public void files(String ending, Target<Path> target) {
        try {
            Path folder = Files.createTempDirectory("fuzz");
            Path file = folder.resolve("input" + ending);
            try {
                run(bytes -> target.read(Files.write(file, bytes)));
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(Target<byte[]> target) {
        for (Seed seed : seeds) {
            Outcome outcome = feed(target, seed.bytes);
            if (outcome.thrown != null) {
                throw new AssertionError("the sound input '" + seed.name + "' is not accepted", outcome.thrown);
            }
        }
        String only = System.getProperty("trabecula.fuzz.number");
        if (only != null) {
            one(target, Long.parseLong(only));
            return;
        }
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(Integer.getInteger("trabecula.fuzz.seconds", seconds));
        long accepted = 0;
        long number = 0;
        do {
            accepted += one(target, number++) ? 1 : 0;
        } while (System.nanoTime() < until);
        if (accepted == number) {
            throw new AssertionError(name + ": none of " + number + " damaged inputs was refused; the damage does not reach it");
        }
    }

    /// Whether the damaged input was accepted.
    private boolean one(Target<byte[]> target, long number) {
        SplittableRandom random = new SplittableRandom(number);
        byte[] input = seeds.get(random.nextInt(seeds.size())).bytes.clone();
        byte[] other = seeds.get(random.nextInt(seeds.size())).bytes;
        int times = 1 + random.nextInt(3);
        for (int n = 0; n < times; n++) {
            input = text && random.nextInt(4) > 0
                    ? TextDamage.of(input, tokens, random)
                    : ByteDamage.of(input, other, random.nextInt(5) > 0 ? headBytes : Integer.MAX_VALUE, random);
        }
        Outcome outcome = feed(target, input);
        if (outcome.thrown == null) {
            return true;
        }
        if (refusals.stream().anyMatch(refusal -> refusal.isInstance(outcome.thrown))) {
            return false;
        }
        throw new AssertionError(
                name + ": input " + number + " (saved as " + saved(number, input) + "; again with -Dtrabecula.fuzz.number="
                        + number + ") ends in " + outcome.thrown,
                outcome.thrown);
    }

    /// What came of one input; null where it was accepted.
    private record Outcome(@Nullable Throwable thrown) {}

    /// Runs `target` in a thread of its own, so that a hang is seen and its stack shown.
    private Outcome feed(Target<byte[]> target, byte[] input) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        @Nullable Throwable[] thrown = new Throwable[1];
        Thread thread = new Thread(() -> {
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
            try {
                target.read(input);
            } catch (Throwable t) { // errors too: a stack overflow or a lack of memory is what we look for
                thrown[0] = t;
            }
            long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().threadId()) - before;
            if (allocated > mostAllocatedBytes) {
                thrown[0] = new AssertionError(
                        allocated + " bytes allocated for an input of " + input.length + ", at most " + mostAllocatedBytes,
                        thrown[0]);
            }
        });
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(HANG_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(e);
        }
        if (thread.isAlive()) {
            AssertionError hang = new AssertionError("not ended after " + HANG_SECONDS + " s");
            hang.setStackTrace(thread.getStackTrace());
            return new Outcome(hang);
        }
        return new Outcome(thrown[0]);
    }

    private Path saved(long number, byte[] input) {
        Path folder = Path.of(System.getProperty("trabecula.module.build", System.getProperty("java.io.tmpdir")), "fuzz");
        try {
            Files.createDirectories(folder);
            return Files.write(folder.resolve(name + "-" + number), input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
