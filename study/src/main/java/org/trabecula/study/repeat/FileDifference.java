package org.trabecula.study.repeat;

/// A result file that is not the same, and its first differing place.
///
/// @param file   its name in the run folder
/// @param where  such as `line 14, column score`, or `the file` where only one run has it
/// @param before what the run holds there
/// @param now    what its repetition holds there
public record FileDifference(String file, String where, String before, String now) {
    /// One line for people.
    public String words() {
        return file + ", " + where + ": " + before + "; now " + now;
    }

    /// The same difference inside something larger.
    FileDifference within(String name, String part) {
        return new FileDifference(name, part + ", " + where, before, now);
    }
}
