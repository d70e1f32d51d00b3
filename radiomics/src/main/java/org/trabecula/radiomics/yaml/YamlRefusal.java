package org.trabecula.radiomics.yaml;

import org.jspecify.annotations.Nullable;

/// A text that [BoundedYaml] does not take; who reads the file says so by its own code.
public final class YamlRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final String line;

    YamlRefusal(String line, String found) {
        this(line, found, null);
    }

    /// @param line  empty, or as [#line] gives it
    /// @param found what stands there; its first line is kept
    YamlRefusal(String line, String found, @Nullable Throwable cause) {
        super(found.lines().findFirst().orElse(""), cause);
        this.line = line;
    }

    /// What stands there, in words.
    public String found() {
        return String.valueOf(getMessage());
    }

    /// Where, to be put behind the file's name: `, line 3`, or empty where nothing is known.
    public String line() {
        return line;
    }
}
