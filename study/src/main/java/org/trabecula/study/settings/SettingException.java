package org.trabecula.study.settings;

import java.util.Optional;

/// A setting outside its range; [StudyYaml] adds the file and the line.
final class SettingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final String expected;
    private final String found;
    private final String fix;

    SettingException(String key, String expected, String found) {
        this(key, expected, found, Optional.empty());
    }

    /// @param fix in place of "correct the value"
    SettingException(String key, String expected, String found, Optional<String> fix) {
        super(key + " must be " + expected + ", got " + found);
        this.key = key;
        this.expected = expected;
        this.found = found;
        this.fix = fix.orElse("correct the value");
    }

    String fix() {
        return fix;
    }

    String key() {
        return key;
    }

    String expected() {
        return expected;
    }

    String found() {
        return found;
    }
}
