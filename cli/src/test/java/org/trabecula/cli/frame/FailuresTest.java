package org.trabecula.cli.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Test;
import org.trabecula.core.CancelledException;
import org.trabecula.core.Version;

/// What was not foreseen is told as well: which version, where to report, what can be done.
class FailuresTest {
    private final StringWriter err = new StringWriter();

    private int tell(Throwable failure) {
        return Failures.tell(failure, new PrintWriter(err, true));
    }

    @Test
    void aBugNamesTheVersionAndShowsItsStackTrace() {
        assertThat(tell(new IllegalStateException("odd"))).isEqualTo(1);
        assertThat(err.toString()).contains("bug in Trabecula " + Version.text(), "CONTRIBUTING.md", "odd", "\tat ");
    }

    @Test
    void aMissingClassIsABugToo() {
        assertThat(tell(new NoClassDefFoundError("org/bytedeco/Thing"))).isEqualTo(1);
        assertThat(err.toString()).contains("Report it", "org/bytedeco/Thing");
    }

    @Test
    void tooLittleMemorySaysHowToGiveMore() {
        assertThat(tell(new OutOfMemoryError("Java heap space"))).isEqualTo(1);
        assertThat(err.toString()).contains(Version.text(), "TRABECULA_HEAP", "--jobs 1").doesNotContain("\tat ");
    }

    @Test
    void filesThatTheSystemRefusesAreNoBugs() {
        assertThat(tell(new UncheckedIOException(new AccessDeniedException("/root/secret")))).isEqualTo(3);
        assertThat(err.toString()).contains("CLI-001", "/root/secret", "no permission");
    }

    @Test
    void aFullDiskIsNoBug() {
        assertThat(tell(new IOException("No space left on device"))).isEqualTo(3);
        assertThat(err.toString()).contains("CLI-001", "free some space");
    }

    @Test
    void anInterruptIsNoFailure() {
        assertThat(tell(new CancelledException())).isEqualTo(130);
        assertThat(err.toString()).contains("finished work is kept");
    }
}
