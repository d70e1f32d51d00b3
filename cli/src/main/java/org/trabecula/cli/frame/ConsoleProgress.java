package org.trabecula.cli.frame;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.trabecula.core.Printable;
import org.trabecula.core.Progress;

/// Progress for people: on a terminal one line that changes, with the time left; in a pipe plain lines, at most one every
/// ten seconds.
public final class ConsoleProgress implements Progress {
    private static final long PIPE_INTERVAL_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long TERMINAL_INTERVAL_NANOS = Duration.ofMillis(100).toNanos();

    private final PrintWriter err;
    private final boolean terminal;
    private String stage = "";
    private int items;
    private int finished;
    private int found;
    private long started;
    private long lastShown;
    private boolean lineOpen;

    public ConsoleProgress(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /// Whether a person watches stderr. `TRABECULA_TTY` is set by the launcher, which can ask the system.
    static boolean stderrIsTerminal() {
        return "1".equals(System.getenv("TRABECULA_TTY"));
    }

    @Override
    public synchronized void stage(String name, int count) {
        closeLine();
        stage = name;
        items = count;
        finished = 0;
        found = 0;
        started = System.nanoTime();
        lastShown = 0;
        show("", true);
    }

    @Override
    public synchronized void done(String item) {
        finished++;
        show(item, finished == items);
        if (finished == items) {
            closeLine();
        }
    }

    @Override
    public synchronized void found(int count) {
        finished += count;
        found += count;
    }

    @Override
    public synchronized void note(String message) {
        closeLine();
        err.println("note: " + Printable.line(message));
        err.flush();
    }

    private void show(String item, boolean always) {
        long now = System.nanoTime();
        long interval = terminal ? TERMINAL_INTERVAL_NANOS : PIPE_INTERVAL_NANOS;
        if (!always && now - lastShown < interval) {
            return;
        }
        lastShown = now;
        String line = stage + (items > 0 ? "  " + finished + "/" + items : "") + timeLeft(now)
                + (item.isEmpty() || finished == items ? "" : "  " + Printable.line(item));
        if (terminal) {
            err.print("\r\u001b[2K" + line);
            lineOpen = true;
        } else {
            err.println(line);
        }
        err.flush();
    }

    private String timeLeft(long now) {
        double elapsed = (now - started) / 1e9;
        if (items == 0 || finished == found) {
            return "";
        }
        if (finished >= items) {
            return String.format(Locale.ROOT, "  in %s", span(elapsed));
        }
        return String.format(Locale.ROOT, "  %s left", span(elapsed / (finished - found) * (items - finished)));
    }

    private static String span(double seconds) {
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.0f s", seconds);
        }
        long minutes = Math.round(seconds / 60);
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    private void closeLine() {
        if (lineOpen) {
            err.println();
            err.flush();
            lineOpen = false;
        }
    }
}
