package org.trabecula.cli.frame;

/// A command line that cannot be meant: flags that contradict each other, a verb that is not built yet. Ends with exit 2.
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
