package org.trabecula.report.docx;

/// Text in XML.
final class Xml {
    static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private Xml() {}

    /// Names come from anywhere: characters that XML does not allow become blanks.
    static String escaped(String plain) {
        StringBuilder safe = new StringBuilder(plain.length() + 16);
        plain.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> {
                    boolean allowed = point >= 0x20 && point < 0xd800 || point >= 0xe000 && point != 0xfffe && point != 0xffff;
                    safe.appendCodePoint(allowed ? point : ' ');
                }
            }
        });
        return safe.toString();
    }
}
