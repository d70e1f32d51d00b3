package org.trabecula.image.nrrd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.image.LabelFile;
import org.trabecula.image.formats.StandardFormats;

/// Headers of as many keys as fit take time in proportion to their length. Measured is the time of the processor, which a busy machine does
/// not lengthen; each took more than it before, growing with the square of the keys.
class LongHeaderTest {
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(4);

    @TempDir
    Path folder;

    @Test
    void manyKeysThatDifferInTheirLastDigits() throws IOException {
        String keys = IntStream.range(0, 300_000).mapToObj(n -> "k" + n + ":=v\n").collect(Collectors.joining());
        assertThat(open(NrrdText.PLACED + keys).labels()).isNotEmpty();
    }

    @Test
    void manySegments() throws IOException {
        String keys = IntStream.range(1, 80_000)
                .mapToObj(n -> "Segment" + n + "_ID:=\nSegment" + n + "_LabelValue:=" + n + "\n")
                .collect(Collectors.joining());
        assertThat(open(NrrdText.PLACED + keys).labels()).isNotEmpty();
    }

    private LabelFile open(String header) throws IOException {
        Path file = Files.write(folder.resolve("long.nrrd"), NrrdText.file(header, NrrdText.voxels(12)));
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        LabelFile labels = StandardFormats.ALL.labels(file);
        assertThat(threads.getCurrentThreadCpuTime() - before).isLessThan(MOST_NANOS);
        return labels;
    }
}
