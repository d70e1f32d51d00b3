package org.trabecula.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read at all has the bits of `Double.parseDouble`: no tolerance.
class PlainDecimalTest {
    private static final int SPELLINGS = 200_000;

    /// Ways in which programs write numbers.
    ///
    /// @param leastRead share that must be read, so that the comparison is one
    private enum Spelling {
        SCORES_OF_SIX_DECIMALS(1, random -> String.format(Locale.ROOT, "%.6f", random.nextDouble())),
        NUMBERS_IN_FULL(0, random -> Double.toString(random.nextDouble(-100, 100))),
        ANY_BITS(0, random -> Double.toString(Double.longBitsToDouble(random.nextLong()))),
        WHOLE_NUMBERS(0.8, random -> Long.toString(random.nextLong() >> random.nextInt(12, 64))),
        ABOUT_THE_LAST_EXACT_ONE(0.1, random -> point(BigInteger.valueOf((1L << 53) + random.nextInt(-2000, 2001)), random)),
        ANY_DIGITS_WITH_A_POINT(0.5, PlainDecimalTest::digits);

        private final double leastRead;
        private final Function<SplittableRandom, String> write;

        Spelling(double leastRead, Function<SplittableRandom, String> write) {
            this.leastRead = leastRead;
            this.write = write;
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasTheBitsOfJavasOwnReader(Spelling spelling) {
        SplittableRandom random = new SplittableRandom(17);
        int read = 0;
        for (int k = 0; k < SPELLINGS; k++) {
            String text = spelling.write.apply(random);
            double ours = parse(text);
            if (!Double.isNaN(ours)) {
                read++;
                assertThat(Double.doubleToRawLongBits(ours)).as(text).isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
            }
        }
        assertThat((double) read / SPELLINGS).isGreaterThanOrEqualTo(spelling.leastRead);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "0", "-0", "+0", "-0.0", "00", "007", ".5", "5.", "-.5", "+5.", "0.1", "-1.5", "9007199254740992", "-9007199254740992",
        "0.9007199254740991", "0.0000000000000000000001", "1.0000000000"
    })
    void plainOnesAreRead(String text) {
        assertThat(Double.doubleToRawLongBits(parse(text))).isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "-", "+", ".", "-.", "1e5", "1.2.3", "--1", "+-1", "1-", "1 ", " 1", "1,5", "1d", "0x1", "NaN", "NA", "inf", "١", "1_0",
        "9007199254740993", "99999999999999999999", "0.00000000000000000000001"
    })
    void anythingElseIsLeft(String text) {
        assertThat(parse(text)).isNaN();
    }

    @Test
    void onlyItsOwnCharactersAreLookedAt() {
        assertThat(PlainDecimal.parse("12.345".toCharArray(), 1, 4)).isEqualTo(2.3);
        assertThat(PlainDecimal.parse("12.345".toCharArray(), 6, 6)).isNaN();
    }

    private static double parse(String text) {
        return PlainDecimal.parse(text.toCharArray(), 0, text.length());
    }

    private static String digits(SplittableRandom random) {
        return point(new BigInteger(Long.toUnsignedString(random.nextLong() >>> random.nextInt(64))), random);
    }

    /// The digits with a sign or none and a point somewhere, now and then among zeros.
    private static String point(BigInteger digits, SplittableRandom random) {
        String text = new BigDecimal(digits, random.nextInt(26)).toPlainString() + "0".repeat(random.nextInt(3));
        return switch (random.nextInt(4)) {
            case 0 -> "-" + text;
            case 1 -> "+" + text;
            case 2 -> "00" + text;
            default -> text;
        };
    }
}
