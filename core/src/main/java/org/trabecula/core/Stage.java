package org.trabecula.core;

import java.io.IOException;
import java.nio.file.Path;

/// One kind of work whose results are kept: a feature row, a crop, an embedding, a fit, a fold.
///
/// @param <I> what one piece of work is computed from
/// @param <O> its result
public interface Stage<I, O> {
    /// The folder of its results in a [StageStore]: lower-case letters and dashes.
    String name();

    /// What the result is kept under.
    StageKey key(I input) throws IOException;

    /// Does the work; the result depends on what is in the key and on nothing else.
    O compute(I input) throws IOException;

    /// How a result lies in a file.
    Form<O> form();

    /// A result as a file and back. What is read equals what was written, to the last bit.
    ///
    /// @param <O> the result
    interface Form<O> {
        /// Of the file's name, with its dot.
        String ending();

        /// Writes through [AtomicFile], so that a file that exists is complete.
        void write(O result, Path file) throws IOException;

        /// @throws IOException    if the file cannot be read
        /// @throws InputException if it holds something else
        O read(Path file) throws IOException;
    }
}
