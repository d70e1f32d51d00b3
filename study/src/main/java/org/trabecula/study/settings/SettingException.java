package org.trabecula.study.settings;

/// A setting outside its range; [StudyYaml] adds the file and the line.
final class SettingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final String expected;
    private final String found;

    SettingException(String key, String expected, String found) {
        super(key + " must be " + expected + ", got " + found);
        this.key = key;
        this.expected = expected;
        this.found = found;
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
