package org.trabecula.core;

/// Text from files and command lines, fit to be shown: what would steer a terminal, hide, or turn the direction of reading is
/// written out as `\u001b`.
///
/// [Problem] and progress use it, so that every face shows the same.
public final class Printable {
    private Printable() {}

    /// One line: line breaks and tabs are written out too.
    public static String line(String text) {
        return of(text, false);
    }

    /// Lines: breaks and tabs stay.
    public static String lines(String text) {
        return of(text, true);
    }

    private static String of(String text, boolean breaksStay) {
        int plain = 0;
        while (plain < text.length() && isPlain(text.charAt(plain), breaksStay)) {
            plain++;
        }
        if (plain == text.length()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, plain);
        for (int at = plain; at < text.length(); ) {
            int point = text.codePointAt(at);
            if (isShown(point, breaksStay)) {
                shown.appendCodePoint(point);
            } else {
                for (char unit : Character.toChars(point)) {
                    shown.append(String.format("\\u%04x", (int) unit));
                }
            }
            at += Character.charCount(point);
        }
        return shown.toString();
    }

    /// Nearly all text is of these characters alone.
    private static boolean isPlain(char unit, boolean breaksStay) {
        return unit >= ' ' && unit < 0x7f || breaksStay && (unit == '\n' || unit == '\t');
    }

    private static boolean isShown(int point, boolean breaksStay) {
        if (breaksStay && (point == '\n' || point == '\t' || point == '\r')) {
            return true;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
