package org.trabecula.core;

/// The stable name of one kind of refusal, such as `GEO-001`.
///
/// Each module lists its codes in one enum that implements this interface; `docs/errors.md` lists them all, and a test
/// keeps the two equal. A code is never reused for another meaning.
public interface ProblemCode {
    /// Three capital letters, a dash, three digits.
    String code();

    /// What is wrong, as a lower-case sentence without a full stop.
    String what();
}
