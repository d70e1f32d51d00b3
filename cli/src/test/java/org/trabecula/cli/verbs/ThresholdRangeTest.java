package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.cli.frame.UsageException;

class ThresholdRangeTest {
    @Test
    void thresholdsAreExactDecimals() {
        assertThat(ThresholdRange.parse("0.05:0.20:0.05")).containsExactly(0.05, 0.1, 0.15, 0.2);
        assertThat(ThresholdRange.parse(ThresholdRange.DEFAULT)).hasSize(99).contains(0.07, 0.29, 0.57);
        assertThat(ThresholdRange.parse("0.3:0.3:0.1")).containsExactly(0.3);
        assertThat(ThresholdRange.parse("0:0.9:0.5")).containsExactly(0, 0.5);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "1:0:0.1       | FROM lies above TO",
        "0.5:0.4:0.1   | it holds no threshold",
        "0.1:0.5:0     | STEP must be above 0",
        "0.1:0.5:-0.1  | STEP must be above 0",
        "-0.1:0.5:0.1  | from 0 to below 1",
        "0.1:1:0.1     | from 0 to below 1",
        "0.1:0.5       | three numbers",
        "\"\"            | three numbers",
        "a:0.5:0.1     | 'a' is not a number",
        "0.1:0.5:NaN   | 'NaN' is not a number",
        "::            | '' is not a number",
        "0:0.9:1e-9    | more than 100000 thresholds"
    })
    void aRangeThatHoldsNothingOrTooMuchIsRefused(String text, String why) {
        assertThatThrownBy(() -> ThresholdRange.parse(text)).isInstanceOf(UsageException.class).hasMessageContaining(why);
    }
}
