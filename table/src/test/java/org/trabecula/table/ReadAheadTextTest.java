package org.trabecula.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ReadAheadTextTest {
    private static final int MOST_FOR_A_SMALL_TABLE = 4 << 20;

    /// Longer than its buffer, and stepped back in across the place where the buffer grows.
    @Test
    void givesEveryCharacterOnceAndAgainAfterASteppingBack() throws IOException {
        StringBuilder whole = new StringBuilder();
        for (int n = 0; n < 50_000; n++) {
            whole.append((char) ('a' + n % 26));
        }
        ReadAheadText text = new ReadAheadText(new StringReader(whole.toString()));
        assertThat(taken(text, 5_000)).isEqualTo(whole.substring(0, 5_000));
        text.keep();
        assertThat(taken(text, 20_000)).isEqualTo(whole.substring(5_000, 25_000));
        text.stepBack();
        text.letGo();
        assertThat(taken(text, 50_000)).isEqualTo(whole.substring(5_000));
        assertThat(text.read()).isEqualTo(-1);
    }

    @Test
    void doesNotStepBackToWhatItLetGo() {
        ReadAheadText text = new ReadAheadText(new StringReader("abc"));
        text.keep();
        text.letGo();
        assertThatThrownBy(text::stepBack).isInstanceOf(IllegalStateException.class);
    }

    /// The JDK's reader took 100 MB for the distance that a header may be long, whatever the table.
    @Test
    void aSmallTableTakesLittleMemory() throws IOException {
        read("case_id,f1\na,1\n"); // loads classes
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        read("# a remark\ncase_id,f1\na,1\n");
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_FOR_A_SMALL_TABLE);
    }

    /// Each of them once looked through all that follow: 100,000 lines took minutes.
    @Test
    void manyRemarksAreLookedThroughOnce() {
        String remarks = "# a remark\n".repeat(100_000);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(read(remarks + "case_id,f1\na,1\n").header()).containsExactly("case_id", "f1");
        });
    }

    private static TextTable read(String text) throws IOException {
        return DelimitedText.read("table.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String taken(ReadAheadText text, int length) throws IOException {
        char[] taken = new char[length];
        int count = 0;
        while (count < length) {
            int more = text.read(taken, count, length - count);
            if (more < 0) {
                break;
            }
            count += more;
        }
        return new String(taken, 0, count);
    }
}
