package org.trabecula.cli.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.trabecula.core.Parallel;
import org.trabecula.core.Progress;

/// Progress as people see it: a line that changes on a terminal, plain lines in a pipe.
class ConsoleProgressTest {
    private final StringWriter err = new StringWriter();

    private ConsoleProgress progress(boolean terminal) {
        return new ConsoleProgress(new PrintWriter(err, true), terminal);
    }

    @Test
    void aPipeGetsTheFirstAndTheLastLineOfAShortStage() {
        ConsoleProgress progress = progress(false);
        progress.stage("cropping", 3);
        progress.done("a");
        progress.done("b");
        progress.done("c");
        assertThat(err.toString().lines()).satisfiesExactly(
                line -> assertThat(line).isEqualTo("cropping  0/3"),
                line -> assertThat(line).startsWith("cropping  3/3  in "));
        assertThat(err.toString()).doesNotContain("\u001b", "\r");
    }

    @Test
    void aTerminalLineIsClosedBeforeANote() {
        ConsoleProgress progress = progress(true);
        progress.stage("cropping", 2);
        progress.note("one is small");
        assertThat(err.toString()).startsWith("\r\u001b[2Kcropping  0/2").contains("\nnote: one is small");
    }

    @Test
    void aStageOfUnknownLengthHasNoCount() {
        progress(false).stage("reading", 0);
        assertThat(err.toString()).isEqualToIgnoringNewLines("reading");
    }

    @Test
    void namesFromFilesCannotSteerTheTerminal() {
        ConsoleProgress progress = progress(false);
        progress.stage("cropping", 1);
        progress.note("case \u001b[2J\nerror CLI-001");
        assertThat(err.toString()).doesNotContain("\u001b").contains("note: case \\u001b[2J\\u000aerror CLI-001");
    }

    @Test
    void itemsOfManyThreadsAreAllCounted() {
        ConsoleProgress progress = progress(false);
        progress.stage("cropping", 500);
        Parallel.forEach(500, 8, item -> progress.done("case " + item));
        assertThat(err.toString()).contains("500/500");
    }

    /// Ninety were found, one took a while: nine more such are left, not a hundredth of a hundred.
    @Test
    void whatWasFoundSaysNothingAboutTheTimeLeft() throws InterruptedException {
        ConsoleProgress progress = progress(true);
        progress.stage("fitting", 100);
        progress.found(90);
        progress.done("a");
        assertThat(err.toString()).doesNotContain("left"); // shown at most every 100 ms
        Thread.sleep(600);
        progress.done("b");
        String last = err.toString().substring(err.toString().lastIndexOf('\r'));
        assertThat(last).contains("fitting  92/100").containsPattern(" ([2-9]|\\d\\d+) s left  b"); // 8 of 0.3 s
    }

    @Test
    void nobodyNeedsToListen() {
        Progress.NONE.stage("cropping", 1);
        Progress.NONE.done("a");
        Progress.NONE.note("quiet");
        assertThat(err.toString()).isEmpty();
    }
}
