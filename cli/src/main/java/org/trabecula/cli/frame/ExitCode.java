package org.trabecula.cli.frame;

/// How a command ends. The numbers are a promise to scripts.
public final class ExitCode {
    public static final int DONE = 0;
    /// A bug in Trabecula.
    public static final int BUG = 1;
    /// A flag that does not exist, a missing argument, a verb that is not built yet.
    public static final int USAGE = 2;
    /// A file, a setting or data were refused.
    public static final int REFUSED = 3;
    /// Finished, but some cases failed, or a check found problems.
    public static final int SOME_FAILED = 4;
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
