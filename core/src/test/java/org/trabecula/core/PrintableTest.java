package org.trabecula.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What comes from files cannot steer a terminal.
class PrintableTest {
    /// Code points in hexadecimal, and how they are shown.
    @ParameterizedTest
    @CsvSource({
        "1b,     '\\u001b'", // the start of terminal sequences
        "07,     '\\u0007'", // bell
        "08,     '\\u0008'", // backspace: overwrites what was said
        "00,     '\\u0000'", "0d, '\\u000d'", "0a, '\\u000a'", "09, '\\u0009'", "7f, '\\u007f'",
        "85,     '\\u0085'", "9b, '\\u009b'", // the same steering in one character
        "202e,   '\\u202e'", "2066, '\\u2066'", "200f, '\\u200f'", // turns the direction of reading
        "200b,   '\\u200b'", "feff, '\\ufeff'", "ad, '\\u00ad'", // not to be seen
        "2028,   '\\u2028'", "d800, '\\ud800'", "e0041, '\\udb40\\udc41'"
    })
    void whatSteersOrHidesIsWrittenOut(String point, String shown) {
        String text = "a" + Character.toString(Integer.parseInt(point, 16)) + "b";
        assertThat(Printable.line(text)).isEqualTo("a" + shown + "b");
    }

    @ParameterizedTest
    @CsvSource({"L3 (20)", "Wirbelkörper Müller", "θ = 0.5 …", "脊椎", "😀", "a\\b", "''"})
    void whatPeopleWriteStays(String text) {
        assertThat(Printable.line(text)).isEqualTo(text);
        assertThat(Printable.lines(text)).isEqualTo(text);
    }

    @Test
    void linesKeepTheirBreaks() {
        assertThat(Printable.lines("a\tb\nc\u001b[2J")).isEqualTo("a\tb\nc\\u001b[2J");
    }
}
