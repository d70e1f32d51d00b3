package org.trabecula.core;

/// The user stopped the work (Ctrl-C). Finished work is kept; nothing is half written.
public final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Without a cause: somebody asked for it.
    public CancelledException() {
        super("interrupted");
    }

    /// To be called between items of long work.
    public static void throwIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancelledException();
        }
    }
}
