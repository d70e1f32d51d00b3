package org.trabecula.cli.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.core.CancelledException;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Version;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What was not foreseen is told as well: which version, where to report, what can be done.
class FailuresTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int tell(Throwable failure) {
        return new Failures(new PrintWriter(out, true), new PrintWriter(err, true), false).tell(failure, "trabecula test");
    }

    private JsonNode document(Throwable failure) {
        new Failures(new PrintWriter(out, true), new PrintWriter(err, true), true).tell(failure, "trabecula test");
        return JsonMapper.shared().readTree(out.toString());
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
        assertThat(err.toString()).contains("CLI-001", "make room");
    }

    @Test
    void aPathThatTheSystemCannotHoldIsNoBug() {
        assertThat(tell(new InvalidPathException("a\0b", "Nul character not allowed"))).isEqualTo(3);
        assertThat(err.toString()).contains("CLI-001", "a\\u0000b").doesNotContain("\tat ");
    }

    static Stream<Arguments> interruptions() {
        return Stream.of(
                Arguments.of(new CancelledException()),
                Arguments.of(new InterruptedException()),
                Arguments.of(new ClosedByInterruptException()),
                Arguments.of(new InterruptedIOException()),
                Arguments.of(new UncheckedIOException(new ClosedByInterruptException())),
                Arguments.of(new InputException(
                        new Problem(CliProblem.FILE, "ct.nii", "torn", "a whole file", "copy it"), new ClosedByInterruptException())),
                Arguments.of(new IllegalStateException(new InterruptedException())));
    }

    /// However deep it lies: a stack trace, or a file called unreadable, would send people looking for a fault.
    @ParameterizedTest
    @MethodSource("interruptions")
    void anInterruptIsNoFailure(Throwable failure) {
        assertThat(tell(failure)).isEqualTo(130);
        assertThat(err.toString()).isEqualToIgnoringNewLines("interrupted; finished work is kept");
    }

    @Test
    void aServerThatDoesNotAnswerIsNoInterrupt() {
        assertThat(tell(new SocketTimeoutException("Read timed out"))).isNotEqualTo(130);
    }

    @Test
    void withJsonARefusalIsADocument() {
        JsonNode document = document(new InputException(
                new Problem(CliProblem.EXISTS, "table.csv", "a file", "a free name", "choose another")));
        assertThat(document.get("exit").asInt()).isEqualTo(3);
        JsonNode problem = document.get("problems").get(0);
        assertThat(problem.propertyNames()).containsExactly("code", "what", "where", "found", "expected", "fix");
        assertThat(problem.get("code").asString()).isEqualTo("CLI-002");
        assertThat(problem.get("where").asString()).isEqualTo("table.csv");
        assertThat(err.toString()).as("people read it as well").contains("error CLI-002");
    }

    @Test
    void withJsonEveryEndIsADocument() {
        assertThat(document(new UsageException("missing: -o FILE")).get("problems").get(0).get("code").asString())
                .isEqualTo("CLI-005");
        out.getBuffer().setLength(0);
        assertThat(document(new IllegalStateException("odd")).get("bug").asString()).contains("odd");
        out.getBuffer().setLength(0);
        assertThat(document(new CancelledException()).get("exit").asInt()).isEqualTo(130);
    }

    @Test
    void contentOfFilesCannotSteerTheTerminal() {
        tell(new InputException(new Problem(CliProblem.FILE, "\u001b]0;x\u0007", "\u001b[2J", "", "")));
        tell(new IllegalStateException("\u001b[2J"));
        tell(new UsageException("no column \u001b[31m"));
        assertThat(err.toString()).doesNotContain("\u001b", "\u0007").contains("\\u001b[2J", "\\u001b[31m");
    }
}
