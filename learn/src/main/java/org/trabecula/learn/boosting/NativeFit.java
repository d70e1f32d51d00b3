package org.trabecula.learn.boosting;

import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.learn.LearnProblem;

/// A fit by a native library, and what is said where the library cannot be loaded.
final class NativeFit {
    private NativeFit() {}

    /// What is done with the library.
    ///
    /// @param <T> what comes out
    @FunctionalInterface
    interface Work<T> {
        T run() throws Exception;
    }

    /// @param library as people know it
    /// @throws InputException LRN-002 where it cannot be loaded on this machine
    static <T> T by(String library, Work<T> work) {
        try {
            return work.run();
        } catch (LinkageError e) { // also what follows once a class could not be initialised
            throw new InputException(
                    new Problem(
                            LearnProblem.NO_NATIVE_LIBRARY, library, String.valueOf(rootOf(e).getMessage()),
                            "x86-64 or ARM with glibc, and the libraries libgomp.so.1 and libstdc++.so.6",
                            "install libgomp1 (Debian: apt install libgomp1), or leave this classifier out of `classifiers`"),
                    e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(library + " did not fit", e);
        }
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
